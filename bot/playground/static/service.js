// Messages that Telegram writes by itself: somebody came, a topic was opened, a group grew.

import { t } from "./i18n.js";

const nameOf = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

// The words of a service message; null for any other.
export function serviceWords(message) {
  const who = nameOf(message.from);
  if (message.new_chat_members) return t("joined", message.new_chat_members.map(nameOf).join(", "));
  if (message.left_chat_member) return t("left", nameOf(message.left_chat_member));
  if (message.group_chat_created) return t("founded", who);
  if (message.forum_topic_created) return t("topicOpened", message.forum_topic_created.name);
  if (message.forum_topic_closed) return t("topicClosed");
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t("upgraded");
  return null;
}
