// The start of the page: everything is put together here.

import { $ } from "./dom.js";
import { remember, wanted } from "./address.js";
import { chooseChat } from "./choose.js";
import { answer, correct, fill, say, startComposer } from "./composer.js";
import { startCalendar } from "./calendar.js";
import { currentLanguage, onLanguage, setLanguage, t } from "./i18n.js";
import { drawAll, startLog } from "./log.js";
import { alertBox, confirmBox, picture, toast } from "./notices.js";
import { closeSheets, draw, openSheet, startPeople } from "./people.js";
import { connect, send } from "./socket.js";
import { on, show, store } from "./state.js";
import { startTools } from "./tools.js";

const pressed = new Map(); // callback query → the button that waits for its answer

function press(message, button, node) {
  if (button.callback_data) {
    node.classList.add("waiting");
    pressed.set(`${message.message_id}:${button.callback_data}`, node);
    send({ do: "press", as: store.me.id, chat: store.chat, message: message.message_id, data: button.callback_data });
  } else if (button.url) link(button.url);
  else if (button.copy_text) copy(button.copy_text.text);
  else if (button.switch_inline_query_current_chat !== undefined) askInline(button.switch_inline_query_current_chat);
  else if (button.switch_inline_query !== undefined) chooseChat(t("shareIn"), (chat) => askInline(button.switch_inline_query, chat));
}

function askInline(text, chat = null) {
  if (chat) go(store.me.id, chat.id);
  fill(`@${store.bot.username} ${text}`);
}

function forward(message) {
  const from = store.chat;
  chooseChat(t("forwardTo"), (chat) => {
    send({ do: "forward", as: store.me.id, chat: from, message: message.message_id, to: chat.id });
    go(store.me.id, chat.id);
  });
}

function go(persona, chat) {
  show(persona, chat);
  remember();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${t("copied")}: ${text}`);
  } catch {
    toast(`${t("copyFailed")}: ${text}`);
  }
}

// A deep link to the bot stays here; any other address is shown before it is opened.
function link(url) {
  const deep = url.match(new RegExp(`^https?://t\\.me/${store.bot.username}(?:\\?start=([\\w-]*))?$`, "i"));
  if (deep) {
    go(store.me.id, null);
    say(`/start ${deep[1] || ""}`.trim());
    return;
  }
  if (!/^(https?|mailto):/i.test(url)) return;
  confirmBox(`${t("openLink")}\n${url}`, t("open"), () => window.open(url, "_blank", "noopener"));
}

function answers() {
  on("callback", (event) => {
    const name = `${event.message.message_id}:${event.data}`;
    const node = event.user_id === store.me.id && pressed.get(name);
    if (!node) return;
    pressed.delete(name);
    pressed.set(event.query, node);
    setTimeout(() => node.classList.remove("waiting"), 15000);
  });
  on("answer", (event) => {
    pressed.get(event.query)?.classList.remove("waiting");
    pressed.delete(event.query);
    if (event.user_id !== store.me.id) return;
    if (event.url) link(event.url);
    else if (event.text && event.alert) alertBox(event.text);
    else if (event.text) toast(event.text);
  });
  on("link", (event) => link(event.url));
  on("trouble", (event) => {
    $("#calendar").removeAttribute("aria-busy");
    for (const node of document.querySelectorAll(".waiting")) node.classList.remove("waiting");
    toast(event.text);
  });
}

function follow() {
  const { persona, chat, start, text } = wanted();
  go(persona?.id || store.me.id, chat);
  if (start !== null) say(`/start ${start}`.trim());
  if (text) say(text);
}

let opened = false;
on("loaded", () => {
  $("#app").setAttribute("aria-busy", "false");
  if (opened) return;
  opened = true;
  follow();
  if (!matchMedia("(hover: none)").matches) $("#text").focus();
});
window.addEventListener("hashchange", () => store.ready && follow());
on("online", () => ($("#offline").hidden = true));
on("offline", () => ($("#offline").hidden = false));
onLanguage(() => {
  for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === currentLanguage()));
  if (!store.ready) return;
  draw();
  drawAll({ keep: true });
});
for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => setLanguage(button.dataset.language));
$("#day-chip").addEventListener("click", () => openSheet($("#panel")));
$("#shade").addEventListener("click", closeSheets);
for (const button of document.querySelectorAll(".close-sheet")) button.addEventListener("click", closeSheets);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector("dialog")) return;
  if (document.querySelector(".side.open")) closeSheets();
  else if (!event.defaultPrevented) $("#text").focus();
});

startLog({ press, link, reply: answer, edit: correct, remove: (message) => send({ do: "delete", as: store.me.id, chat: store.chat, message: message.message_id }), command: say, picture, copy, forward });
startPeople();
startComposer();
startCalendar();
startTools();
answers();
setLanguage(currentLanguage());
connect();
