// Who is being played, and which of their chats is on the screen.

import { $, avatar, el, roving } from "./dom.js";
import { summary } from "./format.js";
import { remember } from "./address.js";
import { t } from "./i18n.js";
import { chatsOf, here, lastOf, on, show, store, titleOf, unreadOf } from "./state.js";

const ABOUT = new Set(["typing", "upload_document", "upload_photo"]);

export function startPeople() {
  roving($("#personas"), ".persona");
  roving($("#tabs"), ".tab", { horizontal: true });
  for (const kind of ["loaded", "shown", "message", "edited", "deleted", "blocked", "unblocked", "membership", "people"]) on(kind, draw);
  for (const kind of ["action", "message"]) on(kind, status);
  $("#who").addEventListener("click", () => openSheet($("#people")));
}

export function draw() {
  const focused = document.activeElement?.dataset?.testid;
  $("#personas").replaceChildren(...store.personas.map(row));
  $("#tabs").replaceChildren(...chatsOf(store.me).map(tab));
  const name = el("span", { class: "who-name" }, el("span", { class: "unseen" }, `${t("personas")}: `), el("span", { lang: "vi" }, store.me.name), el("small", {}, roleOf(store.me)));
  $("#who").replaceChildren(avatar(store.me.name, store.me.id, "small"), name, el("span", { class: "caret", "aria-hidden": "true" }), badge(allUnread()) || "");
  if (focused?.startsWith("persona-") || focused?.startsWith("tab-")) $(`[data-testid="${focused}"]`)?.focus();
  status();
}

const allUnread = () => store.personas.filter((each) => each !== store.me).reduce((sum, each) => sum + unreadOf(each), 0);

// The roles as the bot has them on record at this moment.
function roleOf(persona) {
  if (persona.standing !== "approved") return t(`standing_${persona.standing}`);
  return persona.roles.map(({ role, agency }) => [t(`role_${role}`), agency].filter(Boolean).join(" · ")).join("; ") || t("standing_none");
}

function row(persona) {
  const chosen = persona === store.me;
  return el(
    "button",
    {
      type: "button",
      role: "option",
      class: "persona",
      "aria-selected": String(chosen),
      tabindex: chosen ? "0" : "-1",
      "data-testid": `persona-${persona.key}`,
      onclick: () => {
        show(persona.id, here()?.group ? store.group : null);
        closeSheets();
        remember();
      },
    },
    avatar(persona.name, persona.id),
    el(
      "span",
      { class: "persona-words" },
      el("strong", { lang: "vi" }, persona.name),
      el("span", { class: "role", "data-testid": `role-${persona.key}` }, roleOf(persona)),
      el("span", { class: "preview" }, preview(persona)),
    ),
    badge(unreadOf(persona)),
  );
}

function preview(persona) {
  const last = lastOf(store.chats.get(persona.id) || { messages: new Map() });
  return last ? summary(last).replace(/\s+/gu, " ").slice(0, 60) : (persona.username ? `@${persona.username}` : t("noUsername"));
}

function badge(count) {
  return count ? el("span", { class: "badge" }, String(count), el("span", { class: "unseen" }, ` ${t("unreadOf")}`)) : null;
}

function tab(chat) {
  return el(
    "button",
    {
      type: "button",
      role: "tab",
      class: "tab",
      "aria-selected": String(chat.id === store.chat),
      "aria-controls": "log",
      tabindex: chat.id === store.chat ? "0" : "-1",
      "data-testid": !chat.group ? "tab-private" : chat.id === store.group ? "tab-group" : `tab-${chat.id}`,
      lang: "vi",
      onclick: () => {
        show(store.me.id, chat.id);
        remember();
      },
    },
    titleOf(chat),
    badge(unreadOf(store.me, chat.id)),
  );
}

// The head of the chat: its name and what the bot is doing.
function status() {
  const chat = here();
  const name = titleOf(chat);
  const action = store.actions.get(chat.id);
  const doing = action ? t(ABOUT.has(action) ? action : "typing") : "";
  $("#chat-avatar").replaceChildren(chat.group ? avatar(name, 3) : el("span", { class: "avatar logo", "aria-hidden": "true" }, "Đ"));
  $("#chat-name").textContent = name;
  const still = chat.group ? t("members", chat.members.length) : t("bot");
  $("#chat-status").textContent = doing ? (chat.group ? `${store.bot.first_name} ${doing}` : doing) : still;
  $("#chat-status").classList.toggle("busy", Boolean(doing));
  clearTimeout(status.timer);
  if (doing) {
    status.timer = setTimeout(() => {
      store.actions.delete(chat.id);
      status();
    }, 5000);
  }
}

// ── sheets: on a phone the side columns slide in ──

let opener = null;

export function openSheet(sheet) {
  closeSheets();
  opener = document.activeElement;
  sheet.classList.add("open");
  $("#phone").inert = true;
  $("#shade").hidden = false;
  (sheet.querySelector('[aria-selected="true"]') || sheet.querySelector("button"))?.focus();
}

export function closeSheets() {
  const open = document.querySelector(".side.open");
  if (!open) return;
  open.classList.remove("open");
  $("#phone").inert = false;
  $("#shade").hidden = true;
  opener?.focus();
}
