package dev.limber.local.page;

import java.util.List;

/**
 * What has come into a conversation since a reader last looked.
 *
 * @param now where the reader is after these
 * @param anew whether they are all there is, and what the reader had before is void
 */
record Changes(Position now, boolean anew, List<Entry> entries) {
    Changes {
        entries = List.copyOf(entries);
    }

    boolean isEmpty() {
        return !anew && entries.isEmpty();
    }
}
