package dev.limber.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Overwrites what SQLite leaves lying in the unallocated middle of its pages. {@code secure_delete} overwrites deleted
 * rows and freed pages, but not the copies that stay behind when a page is laid out anew and rows move to its neighbour.
 * Only bytes that mean nothing in SQLite's file format (section 1.6, "B-tree Pages") are written.
 */
final class PageGaps {
    private static final int FILE_HEADER = 100;
    private static final int PAGE_SIZE_AT = 16;
    private static final int LARGEST_PAGE = 65_536;

    private PageGaps() {}

    /**
     * Clears the gaps of some pages. Everything must be in the file, nothing in the log, and nobody may write meanwhile.
     *
     * @param first number of the first page, from 0
     * @return number of the page to go on with; 0 at the end of the file
     */
    static long clear(FileChannel file, long first, int pages) throws IOException {
        int size = pageSize(file);
        var page = ByteBuffer.allocate(size);
        long end = file.size() / size;
        long last = Math.min(end, first + pages);
        for (long number = first; number < last; number++) {
            read(file, page, number * size);
            clearGap(file, page, number);
        }
        return last < end ? last : 0;
    }

    private static void clearGap(FileChannel file, ByteBuffer page, long number) throws IOException {
        int header = number == 0 ? FILE_HEADER : 0;
        int headerSize = switch (page.get(header)) {
            case 2, 5 -> 12; // inner page of an index, of a table
            case 10, 13 -> 8; // leaf of an index, of a table
            default -> 0; // an overflow or free page starts with the number of the next, so with 0 or 1
        };
        if (headerSize == 0) {
            return;
        }
        int cells = Short.toUnsignedInt(page.getShort(header + 3));
        int content = Short.toUnsignedInt(page.getShort(header + 5));
        int from = header + headerSize + 2 * cells;
        int to = content == 0 ? LARGEST_PAGE : content;
        // What has no such layout is no such page, whatever its first byte says.
        if (to <= page.capacity() && from < to && !isZero(page, from, to)) {
            write(file, ByteBuffer.allocate(to - from), number * page.capacity() + from);
        }
    }

    private static boolean isZero(ByteBuffer page, int from, int to) {
        for (int at = from; at < to; at++) {
            if (page.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int pageSize(FileChannel file) throws IOException {
        var field = ByteBuffer.allocate(2);
        read(file, field, PAGE_SIZE_AT);
        int size = Short.toUnsignedInt(field.getShort(0));
        return size == 1 ? LARGEST_PAGE : size;
    }

    private static void read(FileChannel file, ByteBuffer buffer, long at) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("the file ends too soon");
            }
        }
    }

    private static void write(FileChannel file, ByteBuffer zeros, long at) throws IOException {
        while (zeros.hasRemaining()) {
            file.write(zeros, at + zeros.position());
        }
    }
}
