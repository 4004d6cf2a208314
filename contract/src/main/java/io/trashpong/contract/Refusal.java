package io.trashpong.contract;

import io.trashpong.protocol.ErrorCode;

/**
 * One way in which a request is refused.
 *
 * @param status most often the code's own; HTTP has some that no code has of its own, such as 415
 */
record Refusal(int status, ErrorCode code) {
    private static final int NOT_ACCEPTABLE = 406;
    private static final int LENGTH_REQUIRED = 411;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    static final Refusal OF_ACCEPT = new Refusal(NOT_ACCEPTABLE, ErrorCode.BAD_REQUEST);
    static final Refusal OF_LENGTH = new Refusal(LENGTH_REQUIRED, ErrorCode.BAD_REQUEST);
    static final Refusal OF_MEDIA_TYPE = new Refusal(UNSUPPORTED_MEDIA_TYPE, ErrorCode.BAD_REQUEST);

    static Refusal of(ErrorCode code) {
        return new Refusal(code.status(), code);
    }
}
