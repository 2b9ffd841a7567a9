// Inline mode: what is typed after "@dondoc_bot " is asked at once, and what the bot offers can be sent into the chat.

import { avatar, el } from "./dom.js";
import { t } from "./i18n.js";
import { emit, on, store } from "./state.js";
import { send } from "./socket.js";

const PAUSE = 200; // milliseconds without a key before the bot is asked
let list = {}; // show and add of the list over the composer, fill of the composer
let asked = null; // the words that were asked last
let offset = "";
let query = null; // the inline query whose answer is waited for
let delay = null;

export function startInline(given) {
  list = given;
  on("inline_query", (event) => {
    if (event.user_id === store.me.id && event.chat === store.chat && event.text === asked) query = event.query;
  });
  on("inline_answer", (event) => event.query === query && answered(event));
}

// What is asked of the bot inline in this text; null when nothing is.
export function inlineWords(text) {
  return text.match(new RegExp(`^@${store.bot.username} ([^]*)$`, "i"))?.[1] ?? null;
}

export function typeInline(words) {
  if (words === asked) return;
  stopInline();
  asked = words;
  list.show(t("results"), [], { head: el("p", { class: "hint" }, t("asking")) });
  delay = setTimeout(() => ask(""), PAUSE);
}

export function stopInline() {
  clearTimeout(delay);
  asked = query = null;
}

function ask(from) {
  offset = from;
  send({ do: "inline", as: store.me.id, chat: store.chat, text: asked, offset: from });
}

function answered(event) {
  const next = event.next_offset ? () => ask(event.next_offset) : null;
  const found = event.results.map((result, index) => choice(event.query, result, index));
  if (offset) list.add(found, next);
  else list.show(t("results"), found, { head: head(event), next });
}

// The button that the bot puts over its results, which opens the private chat; or that there are none.
function head({ button, results }) {
  if (!button) return results.length ? null : el("p", { class: "hint" }, t("noResults"));
  const open = () => {
    list.fill("");
    emit("link", { url: `https://t.me/${store.bot.username}?start=${button.start_parameter}` });
  };
  return el("button", { type: "button", class: "wide", "data-testid": "inline-button", onclick: open }, button.text);
}

function choice(from, result, index) {
  const pick = () => {
    send({ do: "choose", as: store.me.id, query: from, result: result.id });
    list.fill("");
  };
  return { label: result.title, note: result.description, face: avatar(result.title, index, "small"), pick };
}
