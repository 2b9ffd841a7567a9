// Choosing one of the chats of who is being played: where to forward, where to ask the bot inline.

import { avatar, el, roving } from "./dom.js";
import { t } from "./i18n.js";
import { dialog } from "./notices.js";
import { chatsOf, store, titleOf } from "./state.js";

export function chooseChat(title, act) {
  const pick = (chat) => {
    box.close();
    act(chat);
  };
  const row = (chat) =>
    el(
      "button",
      { type: "button", class: "persona", "data-testid": chat.group ? "to-group" : "to-private", onclick: () => pick(chat) },
      chat.group ? avatar(chat.title, 3) : el("span", { class: "avatar logo", "aria-hidden": "true" }, "Đ"),
      el("strong", {}, titleOf(chat)),
    );
  const list = el("div", { class: "chats" }, ...chatsOf(store.me).filter((chat) => !chat.moved).map(row));
  roving(list, ".persona");
  const cancel = el("button", { type: "button", class: "quiet", onclick: () => box.close() }, t("cancel"));
  const box = dialog("choose", "choose", el("h2", {}, title), list, el("div", { class: "actions" }, cancel));
}
