package dev.limber.telegram.standin;

import java.util.List;

/**
 * What a parameter or field may be.
 *
 * @param types names as in the documentation, one of which must fit
 */
record Shape(List<String> types, boolean required) {
    private static final String REQUIRED = ", required";

    /** Reads "Integer or String, required". */
    static Shape parse(String text) {
        boolean required = text.endsWith(REQUIRED);
        String types = required ? text.substring(0, text.length() - REQUIRED.length()) : text;
        return new Shape(List.of(types.split(" or ")), required);
    }

    boolean allows(String type) {
        return types.contains(type);
    }
}
