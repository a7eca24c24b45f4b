package dev.limber.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.Limits;
import dev.limber.core.chat.Pace;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RightsTest {
    private static final Platform PLATFORM = new Platform("fake");
    private static final UserId ANN = new UserId(PLATFORM, "ann");
    private static final Address CHAT = new Address(PLATFORM, "limber", "desks", Optional.empty());

    private final Rights rights = new Rights(Duration.ofMillis(100));

    @Test
    void the_platform_is_asked_each_time_anew() {
        var asked = new AtomicInteger();
        rights.know(List.of(platform(() -> asked.incrementAndGet() == 1)));

        assertThat(rights.mayManage(ANN, CHAT)).isTrue();
        assertThat(rights.mayManage(ANN, CHAT)).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_platform_that_does_not_answer_holds_nobody_up_and_counts_as_no() {
        var never = new CountDownLatch(1);
        rights.know(List.of(platform(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        })));

        assertThat(rights.mayManage(ANN, CHAT)).isFalse();
        never.countDown();
    }

    @Test
    void a_platform_that_breaks_or_is_not_there_counts_as_no() {
        assertThat(rights.mayManage(ANN, CHAT)).isFalse();

        rights.know(List.of(platform(() -> {
            throw new IllegalStateException("broken");
        })));
        assertThat(rights.mayManage(ANN, CHAT)).isFalse();
    }

    private static ChatPlatform platform(BooleanSupplier mayManage) {
        return new ChatPlatform() {
            @Override
            public Platform id() {
                return PLATFORM;
            }

            @Override
            public Limits limits() {
                return new Limits(1, 1, 1, false);
            }

            @Override
            public Pace pace() {
                return Pace.unlimited();
            }

            @Override
            public Duration recognisesRepeatsFor() {
                return Duration.ZERO;
            }

            @Override
            public void publish(List<CommandSpec> commands) {}

            @Override
            public Delivery deliver(Envelope envelope) {
                return new Delivery.Failed("nothing is delivered here");
            }

            @Override
            public boolean mayManage(UserId user, Address address) {
                return mayManage.getAsBoolean();
            }
        };
    }
}
