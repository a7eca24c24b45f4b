package dev.limber.core.coach;

import dev.limber.core.session.Offer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the button that somebody means who types what stands on it. */
final class Offered {
    private static final Pattern LABEL_PARTS = Pattern.compile("[,·]");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    private Offered() {}

    /** The button whose label was typed, or one part of it: "it stays" of "No, it stays". Without a word, it is none. */
    static Optional<ButtonAction> find(List<Offer> offers, String text) {
        String typed = bare(text);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return offers.stream()
                .filter(offer -> bare(offer.label()).equals(typed))
                .findFirst()
                .or(() -> offers.stream().filter(offer -> isPart(offer, typed)).findFirst())
                .flatMap(offer -> ButtonCodec.decode(offer.data()) instanceof ButtonCodec.Decoded.Known known
                        ? Optional.of(known.action())
                        : Optional.empty());
    }

    private static boolean isPart(Offer offer, String typed) {
        return Arrays.stream(LABEL_PARTS.split(offer.label(), -1))
                .anyMatch(part -> bare(part).equals(typed));
    }

    /** Letters and digits alone, in lower case. */
    private static String bare(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NEITHER_LETTER_NOR_DIGIT.matcher(folded).replaceAll("");
    }
}
