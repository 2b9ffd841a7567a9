// The address says who is played and in which chat, so that it can be passed on: /#persona=focal&chat=private.
// ?persona=… works as well; start=TOKEN follows a deep link to the bot, q=TEXT says something, each once.

import { here, store } from "./state.js";

export function wanted() {
  const given = new URLSearchParams(location.search);
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) given.set(name, value);
  const name = given.get("persona") || given.get("as");
  const persona = store.personas.find((each) => [each.key, String(each.id)].includes(name));
  const chat = given.get("chat") === "group" ? store.group : Number(given.get("chat")) || null;
  return { persona, chat, start: given.get("start"), text: given.get("q") };
}

export function remember() {
  const chat = here();
  const name = !chat.group ? "private" : chat.id === store.group ? "group" : chat.id;
  history.replaceState(null, "", `/#persona=${store.me.key}&chat=${name}`);
}
