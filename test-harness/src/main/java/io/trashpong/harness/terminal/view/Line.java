package io.trashpong.harness.terminal.view;

/** One line on the screen; its text is {@link PlainText}, wherever it came from. */
public record Line(Tone tone, String text) {
    /** What it is, for its colour. */
    public enum Tone {
        /** An answer to a command. */
        ANSWER,
        /** Something happened. */
        NEWS,
        /** It did not work. */
        REFUSAL,
        /** The connection. */
        TROUBLE
    }

    public Line {
        text = PlainText.of(text);
    }

    public static Line answer(String text) {
        return new Line(Tone.ANSWER, text);
    }

    public static Line news(String text) {
        return new Line(Tone.NEWS, text);
    }

    public static Line refusal(String text) {
        return new Line(Tone.REFUSAL, text);
    }

    public static Line trouble(String text) {
        return new Line(Tone.TROUBLE, text);
    }
}
