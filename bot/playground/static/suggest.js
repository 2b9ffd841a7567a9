// The list over the composer: commands after "/", inline results after "@dondoc_bot ".

import { $, avatar, el } from "./dom.js";
import { t } from "./i18n.js";
import { here, on, store } from "./state.js";
import { send } from "./socket.js";

let choices = []; // {label, note, pick, complete}
let marked = -1;
let commands = [];
let query = null; // id of the inline query that is being answered
let asked = "";
let delay = null;
let input = null;
let actions = {};
const box = () => $("#suggestions");

export function startSuggestions(field, given) {
  input = field;
  actions = given;
  on("command_list", (event) => {
    if (event.as !== store.me.id || event.chat !== store.chat) return;
    commands = event.commands;
    $("#menu").hidden = !commands.length;
    suggest();
  });
  on("commands", askCommands);
  on("inline_query", (event) => event.user_id === store.me.id && event.text === asked && (query = event.query));
  on("inline_answer", (event) => event.query === query && showResults(event.results));
}

export function askCommands() {
  send({ do: "commands", as: store.me.id, chat: store.chat });
}

export function suggest() {
  const text = input.value;
  const inline = text.match(new RegExp(`^@${store.bot.username} ([^]*)$`, "i"));
  if (inline) return askInline(inline[1]);
  asked = "";
  query = null;
  if (!/^\/\w*$/.test(text)) return close();
  const wanted = text.slice(1).toLowerCase();
  showCommands(commands.filter((each) => each.command.startsWith(wanted)));
}

export function toggleCommands() {
  if (!box().hidden) return close();
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

function askInline(text) {
  asked = text;
  clearTimeout(delay);
  delay = setTimeout(() => send({ do: "inline", as: store.me.id, chat: store.chat, text }), 200);
}

function showResults(results) {
  const answered = query;
  show(
    t("results"),
    results.map((result) => ({
      label: result.title,
      note: result.description,
      round: true,
      pick: () => {
        send({ do: "choose", as: store.me.id, query: answered, result: result.id });
        actions.fill("");
      },
    })),
  );
}

function show(title, list) {
  choices = list;
  marked = list.length ? 0 : -1;
  box().hidden = !list.length;
  box().setAttribute("aria-label", title);
  box().replaceChildren(...list.map(option));
  input.setAttribute("aria-expanded", String(list.length > 0));
  mark();
}

function option(choice, index) {
  const words = el("span", { class: "words" }, el("strong", {}, choice.label), el("span", {}, choice.note || ""));
  return el(
    "div",
    { role: "option", id: `option-${index}`, class: "option", "data-testid": "suggestion", onmousedown: (event) => event.preventDefault(), onclick: () => pick(index) },
    choice.round ? avatar(choice.label, index, "small") : null,
    words,
  );
}

function mark() {
  [...box().children].forEach((node, index) => {
    node.setAttribute("aria-selected", String(index === marked));
    if (index === marked) node.scrollIntoView({ block: "nearest" });
  });
  if (marked < 0) input.removeAttribute("aria-activedescendant");
  else input.setAttribute("aria-activedescendant", `option-${marked}`);
}

function pick(index) {
  const choice = choices[index];
  close();
  choice.pick();
  input.focus();
}

export function close() {
  clearTimeout(delay);
  choices = [];
  marked = -1;
  box().hidden = true;
  box().replaceChildren();
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

// True when the key was for the list.
export function handleKey(event) {
  if (box().hidden) return false;
  if (event.key === "Escape") close();
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const step = event.key === "ArrowDown" ? 1 : -1;
    marked = (marked + step + choices.length) % choices.length;
    mark();
  } else if (event.key === "Enter" && marked >= 0) pick(marked);
  else if (event.key === "Tab" && !event.shiftKey && choices[marked]?.complete) choices[marked].complete();
  else return false;
  event.preventDefault();
  return true;
}
