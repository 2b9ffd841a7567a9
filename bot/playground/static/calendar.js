// The bot's calendar: what day it is for the bot, and how to make it another one.

import { $, el } from "./dom.js";
import { addDays, dayName, monthName, shortDay, weekdays } from "./format.js";
import { onLanguage, t } from "./i18n.js";
import { on, store } from "./state.js";
import { send } from "./socket.js";

let month = ""; // yyyy-mm on the screen

export function startCalendar() {
  $("#next-day").addEventListener("click", () => move(addDays(store.today, 1)));
  $("#next-week").addEventListener("click", () => move(addDays(store.today, 7)));
  $("#play-month").addEventListener("click", () => play(30));
  $("#real-day").addEventListener("click", () => move(null));
  $("#date").addEventListener("change", (event) => event.target.value && move(event.target.value));
  $("#month-back").addEventListener("click", () => turn(-1));
  $("#month-on").addEventListener("click", () => turn(1));
  $("#grid").addEventListener("keydown", arrows);
  on("loaded", follow);
  on("time", follow);
  onLanguage(() => store.ready && draw());
}

function move(day) {
  $("#calendar").setAttribute("aria-busy", "true");
  send({ do: "move", to: day });
}

function play(days) {
  $("#calendar").setAttribute("aria-busy", "true");
  send({ do: "play", days });
}

function follow() {
  $("#calendar").removeAttribute("aria-busy");
  month = store.today.slice(0, 7);
  draw();
}

function turn(step) {
  const [year, index] = month.split("-").map(Number);
  month = new Date(Date.UTC(year, index - 1 + step, 15)).toISOString().slice(0, 7);
  draw();
}

function draw() {
  $("#today").textContent = dayName(store.today);
  $("#today").dataset.day = store.today;
  $("#day-chip-text").textContent = shortDay(store.today);
  $("#date").value = store.today;
  const [year, index] = month.split("-").map(Number);
  $("#month").textContent = monthName(year, index - 1);
  $("#weekdays").replaceChildren(...weekdays().map((name) => el("span", {}, name)));
  const first = `${month}-01`;
  const offset = (new Date(`${first}T12:00:00Z`).getUTCDay() + 6) % 7;
  const start = addDays(first, -offset);
  const days = Array.from({ length: 42 }, (_, n) => addDays(start, n));
  const weeks = days[35].startsWith(month) ? 6 : days[28].startsWith(month) ? 5 : 4;
  $("#grid").replaceChildren(...days.slice(0, weeks * 7).map(day));
}

function day(date) {
  const today = date === store.today;
  const anchor = store.today.startsWith(month) ? store.today : `${month}-01`;
  return el(
    "button",
    {
      type: "button",
      class: `cell ${date.startsWith(month) ? "" : "other"} ${[0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay()) ? "weekend" : ""}`,
      "aria-label": dayName(date) + (today ? `, ${t("now")}` : ""),
      "aria-current": today ? "date" : null,
      tabindex: date === anchor ? "0" : "-1",
      "data-day": date,
      onclick: () => move(date),
    },
    String(Number(date.slice(8))),
  );
}

function arrows(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
  const here = document.activeElement.dataset.day;
  if (!step || !here) return;
  event.preventDefault();
  const goal = addDays(here, step);
  if (!goal.startsWith(month)) {
    month = goal.slice(0, 7);
    draw();
  }
  for (const cell of $("#grid").children) cell.tabIndex = cell.dataset.day === goal ? 0 : -1;
  $(`#grid [data-day="${goal}"]`)?.focus();
}
