package dev.limber.local.picture;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a terminal's answers about its graphics from what is typed meanwhile. {@link #QUESTION} asks for them: a picture
 * of one pixel is offered that is not shown, which only a terminal with kitty's protocol answers; then the terminal is
 * asked what it is, which nearly every one answers, so that nobody waits for the first answer in vain.
 */
public final class Replies {
    /** Asks for the attributes alone, where the other question would be misunderstood. */
    public static final String SHORT_QUESTION = "\u001b[c";

    /** The cursor goes back and the line is cleared from there, for terminals that show what they do not understand. */
    public static final String QUESTION =
            "\u001b7\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\\u001b8\u001b[K" + SHORT_QUESTION;

    private static final String ATTRIBUTES_BEGIN = "\u001b[?";
    private static final String KITTY_BEGINS = "\u001b_G";
    private static final Pattern ANSWER = Pattern.compile("\u001b\\[\\?[0-9;]*c|\u001b_G[ -~]*\u001b\\\\");
    private static final Pattern BEGUN = Pattern.compile("\u001b(\\[(\\?[0-9;]*)?|_(G[ -~]*\u001b?)?)?");
    private static final int LONGEST = 200;
    private static final String HAS_SIXEL = "4";

    private final StringBuilder typed = new StringBuilder();
    private final StringBuilder begun = new StringBuilder();
    private boolean kitty;
    private boolean sixel;
    private boolean complete;

    /** What answers begin with. */
    public static List<String> beginnings() {
        return List.of(ATTRIBUTES_BEGIN, KITTY_BEGINS);
    }

    public void hear(CharSequence characters) {
        characters.chars().forEach(this::hear);
    }

    private void hear(int character) {
        begun.append((char) character);
        while (!begun.isEmpty()) {
            if (ANSWER.matcher(begun).matches()) {
                take(begun.toString());
                begun.setLength(0);
            } else if (BEGUN.matcher(begun).matches() && begun.length() < LONGEST) {
                return;
            } else {
                typed.append(begun.charAt(0));
                begun.deleteCharAt(0);
            }
        }
    }

    private void take(String answer) {
        if (answer.startsWith(KITTY_BEGINS)) {
            kitty |= answer.startsWith("i=31;OK", KITTY_BEGINS.length());
        } else {
            String attributes = answer.substring(ATTRIBUTES_BEGIN.length(), answer.length() - 1);
            // The first number says what kind of terminal it is.
            sixel |= Arrays.stream(attributes.split(";", -1)).skip(1).anyMatch(HAS_SIXEL::equals);
            complete = true;
        }
    }

    /** Whether the last answer has come. */
    public boolean complete() {
        return complete;
    }

    /** Whether an answer has begun and not ended. */
    public boolean underWay() {
        return !begun.isEmpty();
    }

    /** What the terminal can do, as far as it has answered. */
    public Graphics graphics() {
        return kitty ? Graphics.KITTY : sixel ? Graphics.SIXEL : Graphics.NONE;
    }

    /** All that was no answer, and at its end what may be the beginning of one. */
    public String rest() {
        return typed.toString() + begun;
    }
}
