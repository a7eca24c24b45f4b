package dev.limber.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadLogTest {
    private final ReadLog<String> log = new ReadLog<>();

    @Test
    void a_read_learns_what_happened_since_it_began_and_not_before() {
        long first = log.begin();
        log.note("early");
        long second = log.begin();
        log.note("late");

        assertThat(log.happenedSince(first, "early")).isTrue();
        assertThat(log.happenedSince(second, "early")).isFalse();
        assertThat(log.happenedSince(second, "late")).isTrue();
    }

    @Test
    void nothing_is_remembered_without_reads() {
        log.note("alone");
        assertThat(log.size()).isZero();
    }

    @Test
    void reads_that_overlap_without_end_do_not_let_it_grow() {
        long open = log.begin();
        for (int i = 0; i < 1_000; i++) {
            log.note("thing " + i);
            long next = log.begin();
            log.end(open);
            open = next;
        }

        assertThat(log.size()).isLessThanOrEqualTo(1);
        log.end(open);
        assertThat(log.size()).isZero();
    }
}
