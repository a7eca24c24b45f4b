package dev.limber.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class PagePortTest {
    @Test
    void one_that_is_taken_gives_way_to_the_next_that_is_free() throws IOException {
        try (PagePort first = PagePort.open(0);
                PagePort second = PagePort.open(first.number())) {
            assertThat(second.number()).isGreaterThan(first.number());
            assertThat(second.url()).isEqualTo("http://127.0.0.1:" + second.number() + "/");
        }
    }

    @Test
    void nobody_else_can_reach_it() throws IOException {
        try (PagePort port = PagePort.open(0)) {
            var bound = (InetSocketAddress) port.channel().getLocalAddress();
            assertThat(bound.getAddress().getHostAddress()).isEqualTo("127.0.0.1");
        }
    }
}
