// A message's text with what is marked in it, built node by node from the entities that the server read.

import { el } from "./dom.js";
import { fullMoment } from "./format.js";
import { t } from "./i18n.js";

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const SIMPLE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };

// `acts` says what happens when a link, a command or a mention is pressed.
export function rich(text, entities, acts) {
  const fragment = document.createDocumentFragment();
  fill(fragment, text, 0, text.length, [...(entities || [])], acts);
  return fragment;
}

function fill(parent, text, start, end, entities, acts) {
  let position = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const from = Math.max(entity.offset, position);
    const to = Math.min(entity.offset + entity.length, end);
    const isBlock = BLOCKS.has(entity.type);
    let next = index + 1;
    while (next < entities.length && entities[next].offset < to) next += 1;
    if (to > from) {
      parent.append(text.slice(position, from));
      const node = wrap(entity, text.slice(from, to), acts);
      fill(node.inner || node, text, from, to, entities.slice(index + 1, next), acts);
      parent.append(node);
      position = isBlock && text[to] === "\n" ? Math.min(to + 1, end) : to; // a block ends its line by itself
    }
    index = next;
  }
  parent.append(text.slice(position, end));
}

function wrap(entity, words, acts) {
  if (SIMPLE[entity.type]) return el(SIMPLE[entity.type]);
  const makers = {
    blockquote: () => el("blockquote"),
    expandable_blockquote: () => el("blockquote", { class: "expandable" }),
    code: () => copyable(el("code"), words, acts),
    pre: () => copyable(el("pre", { "data-language": entity.language || null }), words, acts),
    text_link: () => link(entity.url, acts),
    url: () => link(words, acts),
    email: () => link(`mailto:${words}`, acts),
    date_time: () => el("time", { datetime: new Date(entity.unix_time * 1000).toISOString(), title: fullMoment(entity.unix_time) }),
    bot_command: () => pressable("command", () => acts.command(words)),
    mention: () => el("span", { class: "mention" }),
    text_mention: () => el("span", { class: "mention" }),
    hashtag: () => el("span", { class: "mention" }),
    spoiler: () => spoiler(),
  };
  return (makers[entity.type] || (() => el("span")))();
}

function link(url, acts) {
  return el("a", {
    href: url,
    rel: "noopener noreferrer nofollow",
    target: "_blank",
    onclick: (event) => {
      event.preventDefault();
      acts.link(url);
    },
  });
}

// Code is copied by a press.
function copyable(node, words, acts) {
  const button = el("button", { type: "button", class: "copy", title: t("copy"), "data-testid": "code", onclick: () => acts.copy(words) }, node);
  button.inner = node;
  return button;
}

const pressable = (kind, act) => el("button", { type: "button", class: `inline-link ${kind}`, onclick: act });

function spoiler() {
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler") });
  const reveal = () => {
    node.classList.add("revealed");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", (event) => event.key === "Enter" && reveal());
  return node;
}

// Long expandable quotes are folded; called when the message stands in the page and can be measured.
export function foldQuotes(root) {
  for (const quote of root.querySelectorAll("blockquote.expandable:not([data-measured])")) {
    quote.dataset.measured = "";
    quote.classList.add("folded");
    if (quote.scrollHeight <= quote.clientHeight + 4) {
      quote.classList.remove("folded");
      continue;
    }
    const button = el("button", { type: "button", class: "unfold", "aria-expanded": "false", "aria-label": t("showMore"), "data-testid": "quote-toggle" });
    button.addEventListener("click", () => {
      const folded = quote.classList.toggle("folded");
      button.setAttribute("aria-expanded", String(!folded));
      button.setAttribute("aria-label", t(folded ? "showMore" : "showLess"));
    });
    quote.append(button);
  }
}
