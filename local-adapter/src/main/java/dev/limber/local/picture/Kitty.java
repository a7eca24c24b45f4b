package dev.limber.local.picture;

import java.util.Base64;

/** Writes PNG files as kitty's graphics protocol wants them: in base64, in pieces. */
final class Kitty {
    private static final int LONGEST_PIECE = 4096;

    private Kitty() {}

    /**
     * All that is to be written to show the file at the cursor, which is left in the last row that the picture covers.
     *
     * @param columns how wide the picture is to be; its height follows from that
     */
    static String of(byte[] png, int columns) {
        String data = Base64.getEncoder().encodeToString(png);
        StringBuilder text = new StringBuilder();
        // Shown as soon as it is there, and without an answer, which would come among what is typed.
        String keys = "a=T,f=100,c=" + columns + ",";
        for (int from = 0; from < data.length(); from += LONGEST_PIECE) {
            int to = Math.min(data.length(), from + LONGEST_PIECE);
            text.append("\u001b_G").append(keys).append("q=2,m=").append(to < data.length() ? 1 : 0);
            text.append(';').append(data, from, to).append("\u001b\\");
            keys = "";
        }
        return text.toString();
    }
}
