// One line to the server; it comes back by itself.

import { emit, happen, load } from "./state.js";

let line = null;
let wait = 500;
const waiting = [];

export function connect() {
  line = new WebSocket(`ws://${location.host}/playground/socket`);
  line.addEventListener("open", () => {
    wait = 500;
    emit("online");
    while (waiting.length) line.send(waiting.shift());
  });
  line.addEventListener("message", ({ data }) => {
    const event = JSON.parse(data);
    if (event.type === "state") load(event);
    else happen(event);
  });
  line.addEventListener("close", () => {
    emit("offline");
    setTimeout(connect, wait);
    wait = Math.min(wait * 2, 8000);
  });
}

export function send(wish) {
  const text = JSON.stringify(wish);
  if (line?.readyState === WebSocket.OPEN) line.send(text);
  else waiting.push(text);
}
