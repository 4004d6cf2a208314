package io.trashpong.relay.room;

import io.trashpong.protocol.ClientMessage;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.ServerMessage;
import java.util.Set;

/** Chat and emotes: bounded in length, form and rate. Spectators emote only, and all are told at once. */
final class Talk {
    private static final Set<String> EMOTES = Set.of("thumbs-up", "laugh", "wow", "sad");

    private final Outlet out;
    private final Stands stands;
    private final RateLimit standsLimit = new RateLimit(RoomLimits.STANDS_TALK_BURST);

    Talk(Outlet out, Stands stands) {
        this.out = out;
        this.stands = stands;
    }

    void chat(Member member, ConnectionId connection, ClientMessage.Chat chat, long now) {
        String text = chat.text();
        if (member.seat == null) {
            out.refuse(connection, ErrorCode.NOT_SEATED, "spectators emote only");
        } else if (text.isBlank()
                || text.length() > ClientMessage.Chat.MAX_LENGTH
                || text.chars().anyMatch(Character::isISOControl)) {
            out.refuse(connection, ErrorCode.MESSAGE_INVALID, "a chat has 1 to 200 characters, none of them control");
        } else if (mayTalk(member, connection, now)) {
            out.announce(seq -> new ServerMessage.ChatSaid(seq, member.player, text));
        }
    }

    void emote(Member member, ConnectionId connection, ClientMessage.Emote emote, long now) {
        if (!EMOTES.contains(emote.id())) {
            out.refuse(connection, ErrorCode.MESSAGE_INVALID, "no such emote");
        } else if (mayTalk(member, connection, now)) {
            var emoted = new ServerMessage.Emoted(member.seat, emote.id());
            if (member.seat == null) {
                out.tell(stands.audience(), emoted);
            } else {
                out.show(null, emoted);
            }
        }
    }

    private boolean mayTalk(Member member, ConnectionId connection, long now) {
        if (member.talk.take(now) && (member.seat != null || standsLimit.take(now))) {
            return true;
        }
        out.refuse(connection, ErrorCode.TOO_MANY_REQUESTS, "too much talk at once");
        return false;
    }
}
