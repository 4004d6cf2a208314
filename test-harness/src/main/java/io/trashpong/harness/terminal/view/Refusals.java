package io.trashpong.harness.terminal.view;

import io.trashpong.harness.client.Answer;
import io.trashpong.protocol.ErrorCode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Why something was refused and what to do, in a sentence. */
public final class Refusals {
    private static final Map<ErrorCode, String> SENTENCES = sentences();

    private Refusals() {}

    /** @param fallback the service's own words, for a code that has none here */
    public static Line of(String code, String fallback) {
        Optional<String> own = Arrays.stream(ErrorCode.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .map(SENTENCES::get);
        return Line.refusal(own.orElse(fallback.isBlank() ? "The server refused that (" + code + ")." : fallback));
    }

    public static Line of(Answer.Refused<?> refused) {
        return of(refused.code(), refused.problem().path("detail").asText());
    }

    private static Map<ErrorCode, String> sentences() {
        var sentences = new EnumMap<ErrorCode, String>(ErrorCode.class);
        sentences.put(
                ErrorCode.NAME_INVALID, "That is no name: 2 to 20 letters and digits of one script, single spaces.");
        sentences.put(ErrorCode.NAME_TAKEN, "That name is taken. Choose another.");
        sentences.put(ErrorCode.PASSWORD_INVALID, "A password has 8 to 128 characters, without control characters.");
        sentences.put(ErrorCode.PASSWORD_COMMON, "That password is among the first that are guessed. Choose another.");
        sentences.put(ErrorCode.CREDENTIALS_WRONG, "Name and password don't fit together.");
        sentences.put(ErrorCode.TOKEN_INVALID, "Your session has ended. Log in again.");
        sentences.put(
                ErrorCode.ACCOUNT_NEEDED, "You are a guest, without a password. 'adduser NAME' makes an account.");
        sentences.put(ErrorCode.ACCOUNT_EXISTS, "You have an account already.");
        sentences.put(ErrorCode.PLAYER_AWAY, "That player is no longer online.");
        sentences.put(ErrorCode.PLAYER_BUSY, "One of you two is in a match already.");
        sentences.put(ErrorCode.NOT_WELCOME, "That player wants no invitations from you.");
        sentences.put(ErrorCode.INVITED_ALREADY, "You have invited that player already; wait for the answer.");
        sentences.put(ErrorCode.TOO_MANY_INVITATIONS, "Too many invitations are open; wait until some are answered.");
        sentences.put(ErrorCode.INVITATION_GONE, "That invitation is no longer open.");
        sentences.put(ErrorCode.ROOM_FULL, "Both seats are taken.");
        sentences.put(ErrorCode.ROOM_GONE, "That room is closed.");
        sentences.put(ErrorCode.NOT_FOUND, "There is no such thing any more.");
        sentences.put(ErrorCode.TOO_MANY_REQUESTS, "Too many tries. Wait a little, then try again.");
        sentences.put(ErrorCode.UNAVAILABLE, "The server is busy or starting. Try again in a moment.");
        sentences.put(ErrorCode.INTERNAL, "Something broke on the server. Try again.");
        sentences.put(ErrorCode.NOT_NOW, "Not now: no match is running, or it stands still.");
        sentences.put(ErrorCode.NOT_YOUR_TURN, "It is not your turn.");
        sentences.put(ErrorCode.MOVE_STALE, "That move came too late.");
        sentences.put(ErrorCode.CELL_TAKEN, "That cell is taken.");
        sentences.put(ErrorCode.NOT_SEATED, "You only watch here.");
        return sentences;
    }
}
