// One message as a bubble with its buttons.

import { avatar, el, hue, icon } from "./dom.js";
import { rich } from "./entities.js";
import { clockTime, fileSize, languageOf, summary } from "./format.js";
import { t } from "./i18n.js";
import { serviceWords } from "./service.js";
import { here, isOwn, store } from "./state.js";

const nameOf = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");
const face = (user) => (user.is_bot ? el("span", { class: "avatar logo small", "aria-hidden": "true" }, "Đ") : avatar(nameOf(user), user.id, "small"));
const source = (id) => `/playground/files/${encodeURIComponent(id)}`;

export function bubble(message, acts, { first }) {
  const service = serviceWords(message);
  if (service) return el("article", { class: "message service", "data-testid": "message", "data-id": message.message_id, tabindex: "-1" }, el("span", {}, service));
  const own = isOwn(message);
  const inGroup = here().group;
  const label = t("message", nameOf(message.from));
  const body = el("div", { class: "bubble" }, ...parts(message, acts, own, inGroup && first && !own));
  const row = el(
    "article",
    {
      class: `message ${own ? "own" : "other"} ${first ? "first" : ""} ${message.photo ? "pictured" : ""}`,
      "data-testid": "message",
      "data-id": message.message_id,
      "data-from": message.from.id === store.bot.id ? "bot" : "person",
      "aria-label": label,
      tabindex: "-1",
    },
    inGroup && !own ? (first ? face(message.from) : el("span", { class: "avatar-gap" })) : null,
    el("div", { class: "column" }, el("div", { class: "line" }, body, tools(message, acts, own)), keyboard(message, acts), reactions(message)),
  );
  row.addEventListener("dblclick", () => acts.reply(message));
  return row;
}

function parts(message, acts, own, named) {
  const words = message.text ?? message.caption;
  const marks = message.entities ?? message.caption_entities;
  return [
    named ? el("div", { class: `author ${hue(message.from.id)}` }, nameOf(message.from)) : null,
    message.via_bot ? el("div", { class: "via" }, `${t("viaBot")} @${message.via_bot.username}`) : null,
    message.forward_origin ? el("div", { class: "via" }, `${t("forwarded")} ${nameOf(message.forward_origin.sender_user)}`) : null,
    message.is_topic_message ? el("div", { class: "topic" }, `# ${here().topics[message.message_thread_id] || ""}`) : null,
    message.reply_to_message && !message.reply_to_message.forum_topic_created ? quoted(message.reply_to_message, acts) : null,
    message.photo ? photo(message, acts) : null,
    message.document ? file(message.document) : null,
    words ? el("div", { class: "text", "data-testid": "message-text", lang: languageOf(words) }, rich(words, marks, acts)) : null,
    el("div", { class: "meta" }, message.edit_date ? `${t("edited")} ` : "", el("time", {}, clockTime(message.date)), own ? el("span", { class: "ticks", "aria-hidden": "true" }, "✓✓") : null),
  ];
}

function quoted(original, acts) {
  const name = nameOf(original.from);
  return el(
    "button",
    { type: "button", class: `quoted ${hue(original.from.id)}`, onclick: () => acts.jump(original.message_id) },
    el("strong", {}, name),
    el("span", {}, summary(original)),
  );
}

function photo(message, acts) {
  const size = message.photo.at(-1);
  const label = message.caption || t("photo");
  const open = () => acts.picture(source(size.file_id), label);
  const image = el("img", { src: source(size.file_id), width: size.width, height: size.height, alt: label, loading: "lazy" });
  return el("button", { type: "button", class: "photo", "data-testid": "photo", "aria-label": label, onclick: open }, image);
}

function file(document) {
  return el(
    "a",
    { class: "document", href: source(document.file_id), download: document.file_name, "data-testid": "document" },
    el("span", { class: "document-icon", "data-kind": document.file_name.split(".").at(-1).slice(0, 4) }, icon("file")),
    el("span", { class: "document-name" }, el("strong", {}, document.file_name), el("span", {}, fileSize(document.file_size))),
  );
}

function keyboard(message, acts) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return el("div", { class: "keyboard" }, ...rows.map((row) => el("div", { class: "row" }, ...row.map((each) => key(message, each, acts)))));
}

function key(message, button, acts) {
  const sign = button.url ? "link" : button.copy_text ? "copy" : "switch_inline_query_current_chat" in button || "switch_inline_query" in button ? "inline" : null;
  return el(
    "button",
    {
      type: "button",
      class: `key ${button.style ? `key-${button.style}` : ""}`,
      "data-testid": "button",
      "data-callback": button.callback_data || null,
      lang: languageOf(button.text),
      onclick: (event) => acts.press(message, button, event.currentTarget),
    },
    el("span", { class: "label" }, button.text),
    sign ? icon(sign) : null,
  );
}

function tools(message, acts, own) {
  const tool = (name, act, word) => el("button", { type: "button", class: "tool", "aria-label": t(word), title: t(word), "data-testid": `message-${word}`, onmousedown: (event) => event.preventDefault(), onclick: act }, icon(name));
  return el(
    "div",
    { class: "tools" },
    tool("reply", () => acts.reply(message), "reply"),
    message.has_protected_content ? null : tool("forward", () => acts.forward(message), "forward"),
    own && !message.forward_origin && (message.text ?? message.caption) !== undefined ? tool("edit", () => acts.edit(message), "edit") : null,
    own ? tool("trash", () => acts.remove(message), "remove") : null,
  );
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  return el("div", { class: "reactions", "aria-label": t("reacted") }, ...message.reactions.map((each) => el("span", {}, each.emoji)));
}
