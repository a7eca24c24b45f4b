package dev.limber.illustrator.gif;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The compression of GIF: codes for strings seen before, of 3 to 12 bits, in blocks of at most 255 bytes. */
final class Lzw {
    private static final int MOST_CODES = 4096;
    private static final int BLOCK = 255;

    private final ByteArrayOutputStream out;
    private final int bits;
    private final byte[] block = new byte[BLOCK];
    private int blockSize;
    private int pending;
    private int pendingBits;

    private Lzw(ByteArrayOutputStream out, int bits) {
        this.out = out;
        this.bits = bits;
    }

    /** @param bits that a colour's number needs, from 2 to 8 */
    static void write(byte[] indices, int bits, ByteArrayOutputStream out) {
        new Lzw(out, bits).write(indices);
    }

    private void write(byte[] indices) {
        int clear = 1 << bits;
        int colours = clear;
        // The code of a known string followed by a colour; 0 where there is none.
        var codes = new int[MOST_CODES * colours];
        int next = clear + 2;
        int size = bits + 1;
        out.write(bits);
        code(clear, size);
        int known = indices[0] & 255;
        for (int i = 1; i < indices.length; i++) {
            int colour = indices[i] & 255;
            int key = known * colours + colour;
            if (codes[key] != 0) {
                known = codes[key];
                continue;
            }
            code(known, size);
            known = colour;
            if (next < MOST_CODES) {
                if (next == 1 << size) {
                    size++;
                }
                codes[key] = next++;
            } else {
                code(clear, size);
                Arrays.fill(codes, 0);
                next = clear + 2;
                size = bits + 1;
            }
        }
        code(known, size);
        if (next == 1 << size && size < 12) {
            size++;
        }
        code(clear + 1, size);
        finish();
    }

    private void code(int value, int size) {
        pending |= value << pendingBits;
        pendingBits += size;
        while (pendingBits >= 8) {
            add(pending & 255);
            pending >>>= 8;
            pendingBits -= 8;
        }
    }

    private void add(int value) {
        block[blockSize++] = (byte) value;
        if (blockSize == BLOCK) {
            flush();
        }
    }

    private void flush() {
        if (blockSize > 0) {
            out.write(blockSize);
            out.write(block, 0, blockSize);
            blockSize = 0;
        }
    }

    private void finish() {
        if (pendingBits > 0) {
            add(pending & 255);
        }
        flush();
        out.write(0);
    }
}
