package io.trashpong.harness.stack;

import org.jspecify.annotations.Nullable;

/** The stack can't start or go on. The message is for the person at the terminal: what happened and what to do now. */
public final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public StackFailure(String sentence) {
        this(sentence, null);
    }

    public StackFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
