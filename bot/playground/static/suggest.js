// The list over the composer: the bot's commands after "/", its name after "@", what it offers after "@dondoc_bot ".

import { $, el } from "./dom.js";
import { t } from "./i18n.js";
import { inlineWords, startInline, stopInline, typeInline } from "./inline.js";
import { here, on, store } from "./state.js";
import { send } from "./socket.js";

let choices = []; // {label, note, face, pick, complete}
let marked = -1;
let commands = [];
let more = null; // brings the next choices, when the end of the list comes near
let input = null;
let actions = {};
const NEAR = 60; // pixels from the end of the list
const box = () => $("#suggestions");

export function startSuggestions(field, given) {
  input = field;
  actions = given;
  startInline({ show, add, fill: given.fill });
  on("command_list", (event) => {
    if (event.as !== store.me.id || event.chat !== store.chat) return;
    commands = event.commands;
    $("#menu").hidden = !commands.length;
    suggest();
  });
  on("commands", askCommands);
  box().addEventListener("keydown", (event) => handleKey(event) && event.key === "Escape" && input.focus());
  box().addEventListener("scroll", () => box().scrollHeight - box().scrollTop - box().clientHeight < NEAR && reachEnd());
}

export function askCommands() {
  send({ do: "commands", as: store.me.id, chat: store.chat });
}

export function suggest() {
  const text = input.value;
  const words = inlineWords(text);
  if (words !== null) return typeInline(words);
  stopInline();
  if (/^@\w*$/.test(text) && `@${store.bot.username}`.startsWith(text.toLowerCase())) return show(t("results"), [itself()]);
  if (!/^\/\w*$/.test(text)) return close();
  const wanted = text.slice(1).toLowerCase();
  showCommands(commands.filter((each) => each.command.startsWith(wanted)));
}

function itself() {
  const complete = () => actions.fill(`@${store.bot.username} `);
  return { label: `@${store.bot.username}`, note: t("askHere"), face: el("span", { class: "avatar logo small", "aria-hidden": "true" }, "Đ"), pick: complete, complete };
}

export function toggleCommands() {
  if (!$("#suggestions-box").hidden) return close();
  input.focus();
  showCommands(commands);
}

function showCommands(list) {
  const tail = here().group ? `@${store.bot.username}` : "";
  show(
    t("commands"),
    list.map(({ command, description }) => ({
      label: `/${command}`,
      note: description,
      pick: () => actions.say(`/${command}${tail}`),
      complete: () => actions.fill(`/${command}${tail} `),
    })),
  );
}

// `head` stands over the choices: a button, or a word when there are none.
function show(title, list, { head = null, next = null } = {}) {
  choices = list;
  more = next;
  marked = list.length ? 0 : -1;
  box().setAttribute("aria-label", title);
  box().replaceChildren(...list.map(option));
  $("#suggestions-head").replaceChildren(head || "");
  $("#offered").textContent = list.length ? t("offered", list.length) : head?.textContent || "";
  $("#suggestions-box").hidden = !list.length && !head;
  box().scrollTop = 0;
  mark();
}

function add(list, next) {
  more = next;
  box().append(...list.map((choice, index) => option(choice, choices.length + index)));
  choices = [...choices, ...list];
}

function reachEnd() {
  const bring = more;
  more = null;
  bring?.();
}

function option(choice, index) {
  const words = el("span", { class: "words" }, el("strong", {}, choice.label), el("span", {}, choice.note || ""));
  return el(
    "div",
    { role: "option", id: `option-${index}`, class: "option", "data-testid": "suggestion", onmousedown: (event) => event.preventDefault(), onclick: () => pick(index) },
    choice.face || null,
    words,
  );
}

function mark() {
  [...box().children].forEach((node, index) => {
    node.setAttribute("aria-selected", String(index === marked));
    if (index === marked) node.scrollIntoView({ block: "nearest" });
  });
  for (const node of [input, box()]) {
    if (marked < 0) node.removeAttribute("aria-activedescendant");
    else node.setAttribute("aria-activedescendant", `option-${marked}`);
  }
}

function pick(index) {
  const choice = choices[index];
  close();
  choice.pick();
  input.focus();
}

export function close() {
  stopInline();
  show("", []);
}

// True when the key was for the list.
export function handleKey(event) {
  if ($("#suggestions-box").hidden) return false;
  if (event.key === "Escape") close();
  else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && choices.length) {
    const step = event.key === "ArrowDown" ? 1 : -1;
    marked = (marked + step + choices.length) % choices.length;
    mark();
  } else if (event.key === "Enter" && !event.shiftKey && marked >= 0) pick(marked);
  else if (event.key === "Tab" && !event.shiftKey && choices[marked]?.complete) choices[marked].complete();
  else return false;
  event.preventDefault();
  return true;
}
