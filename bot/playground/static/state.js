// What the page knows: people, chats, and who is being played. The server tells it everything.

export const store = {
  ready: false,
  bot: {},
  about: {},
  group: 0,
  personas: [],
  chats: new Map(), // id → {id, group, title, members, messages: Map, pinned, blocked}
  today: "",
  rates: false,
  me: null, // persona played
  chat: 0, // id of the chat on the screen
  unread: new Map(), // "persona:chat" → count
  actions: new Map(), // chat → what the bot is doing
  drafts: new Map(), // "persona:chat" → text
  calls: [],
};

const listeners = new Map();

export function on(kind, listener) {
  listeners.set(kind, [...(listeners.get(kind) || []), listener]);
}

export function emit(kind, detail) {
  for (const listener of listeners.get(kind) || []) listener(detail);
}

export const here = () => store.chats.get(store.chat);
export const key = (persona = store.me.id, chat = store.chat) => `${persona}:${chat}`;
export const person = (id) => store.personas.find((each) => each.id === id);
export const chatsOf = (persona) => [...store.chats.values()].filter((chat) => chat.members.includes(persona.id)).sort((a, b) => a.group - b.group);
export const titleOf = (chat) => (chat.group ? chat.title : store.bot.first_name);
export const isOwn = (message) => message.from.id === store.me?.id;
export const lastOf = (chat) => [...chat.messages.values()].at(-1);

export function unreadOf(persona, chatId = null) {
  const chats = chatId === null ? chatsOf(persona).map((chat) => chat.id) : [chatId];
  return chats.reduce((sum, id) => sum + (store.unread.get(key(persona.id, id)) || 0), 0);
}

export function load(state) {
  Object.assign(store, { bot: state.bot, about: state.about, group: state.group, personas: state.personas, rates: state.rates });
  store.today = state.now.slice(0, 10);
  store.chats = new Map(state.chats.map((chat) => [chat.id, { ...chat, messages: new Map(chat.messages.map((m) => [m.message_id, m])) }]));
  for (const chat of store.chats.values()) for (const { message, user, emoji } of chat.reactions) react(chat, { message_id: message, user_id: user, reaction: [{ emoji }] });
  store.actions.clear();
  if (store.ready) store.unread.clear();
  store.me = person(store.me?.id) || store.personas[0];
  if (!chatsOf(store.me).some((chat) => chat.id === store.chat)) store.chat = store.me.id;
  store.ready = true;
  emit("loaded");
}

export function show(personaId, chatId = null) {
  store.me = person(personaId) || store.me;
  const mine = chatsOf(store.me).map((chat) => chat.id);
  store.chat = mine.includes(chatId) ? chatId : store.me.id;
  store.unread.delete(key());
  emit("shown");
}

// A happening told by the server.
export function happen(event) {
  const chat = store.chats.get(event.chat);
  const changes = {
    message: () => {
      chat.messages.set(event.message.message_id, event.message);
      if (event.message.from.id === store.bot.id) store.actions.delete(chat.id);
      if (event.message.forum_topic_created) chat.topics[event.message.message_id] = event.message.forum_topic_created.name;
      countUnread(chat, event.message);
    },
    edited: () => chat.messages.set(event.message.message_id, event.message),
    deleted: () => event.message_ids.forEach((id) => chat.messages.delete(id)),
    pinned: () => (chat.pinned = event.message_ids),
    blocked: () => (chat.blocked = true),
    unblocked: () => (chat.blocked = false),
    action: () => store.actions.set(chat.id, event.action),
    time: () => (store.today = event.now.slice(0, 10)),
    call: () => (store.calls = [event, ...store.calls].slice(0, 30)),
    reaction: () => react(chat, event),
    people: () => remeet(event.personas),
  };
  changes[event.type]?.();
  emit(event.type, event);
}

function remeet(personas) {
  store.personas = personas;
  store.me = person(store.me.id);
}

function react(chat, event) {
  const message = chat.messages.get(event.message_id);
  if (!message) return;
  const others = (message.reactions || []).filter((each) => each.user !== event.user_id);
  message.reactions = [...others, ...event.reaction.map((each) => ({ user: event.user_id, emoji: each.emoji }))];
}

function countUnread(chat, message) {
  for (const persona of store.personas) {
    const watching = persona.id === store.me.id && chat.id === store.chat && !document.hidden;
    if (!chat.members.includes(persona.id) || message.from.id === persona.id || watching) continue;
    const name = key(persona.id, chat.id);
    store.unread.set(name, (store.unread.get(name) || 0) + 1);
  }
}
