package dev.limber.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Audience;
import dev.limber.core.chat.Block;
import dev.limber.core.chat.Button;
import dev.limber.core.chat.ButtonStyle;
import dev.limber.core.chat.ChatPlatform;
import dev.limber.core.chat.CommandSpec;
import dev.limber.core.chat.Delivery;
import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Envelope;
import dev.limber.core.chat.OutgoingMessage;
import dev.limber.core.chat.Platform;
import dev.limber.core.chat.ReplyHandle;
import dev.limber.core.chat.TextStyle;
import dev.limber.core.chat.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FakePlatformTest implements ChatPlatformContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final FakePlatform platform = new FakePlatform("fake", clock);
    private final UserId ann = platform.user("ann");
    private final Address chat = platform.privateChat(ann);

    @Override
    public Stand open() {
        return new FakeStand(platform, ann);
    }

    private record FakeStand(FakePlatform fake, UserId person) implements Stand {
        @Override
        public ChatPlatform platform() {
            return fake;
        }

        @Override
        public Address privateChat() {
            return fake.privateChat(person);
        }

        @Override
        public Optional<Address> sharedChat() {
            return Optional.of(fake.sharedChat("group"));
        }

        @Override
        public List<Shown> shown(Address address) {
            return fake.shown(address);
        }

        @Override
        public boolean block() {
            fake.failAlways(privateChat(), Fault.unreachable());
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void what_does_not_fit_is_refused() {
        var button = new Button("Next", "n", ButtonStyle.NORMAL);
        assertThat(deliver(say("x".repeat(2_001)))).isInstanceOf(Delivery.Failed.class);
        assertThat(deliver(OutgoingMessage.of(
                        new Audience.Everyone(),
                        List.of(Block.Text.of(TextStyle.BODY, "choose")),
                        List.of(Collections.nCopies(26, button)),
                        Optional.empty())))
                .isInstanceOf(Delivery.Failed.class);
        var elsewhere = new Address(new Platform("other"), "limber", "ann", Optional.empty());
        assertThat(platform.deliver(
                        new Envelope(new DeliveryId(1), elsewhere, Optional.empty(), Optional.empty(), say("hi"))))
                .isInstanceOf(Delivery.Failed.class);
        assertThat(platform.shown(chat)).isEmpty();
    }

    @Test
    void in_a_shared_chat_one_person_can_be_answered_alone_as_long_as_the_handle_lasts() {
        Address group = platform.sharedChat("group");
        var secret = OutgoingMessage.of(
                new Audience.OnlyPerson(ann),
                List.of(Block.Text.of(TextStyle.BODY, "secret")),
                List.of(),
                Optional.empty());
        var handle = Optional.of(new ReplyHandle("token", NOON.plusSeconds(60)));

        assertThat(platform.deliver(new Envelope(new DeliveryId(1), group, Optional.empty(), handle, secret)))
                .isInstanceOf(Delivery.Delivered.class);
        assertThat(platform.posts(group)).hasSize(1);
        assertThat(platform.shown(group)).isEmpty();

        clock.set(NOON.plusSeconds(60));
        assertThat(platform.deliver(new Envelope(new DeliveryId(2), group, Optional.empty(), handle, secret)))
                .isInstanceOf(Delivery.Withheld.class);
        assertThat(platform.posts(group)).hasSize(1);
    }

    @Test
    void faults_strike_once_each_in_order_and_lasting_ones_until_healed() {
        platform.failNext(chat, Fault.lostAfter(), Fault.failed());
        platform.failAlways(chat, Fault.unreachable());

        assertThat(deliver(say("one"))).isInstanceOf(Delivery.OutcomeUnknown.class);
        assertThat(deliver(say("two"))).isInstanceOf(Delivery.Failed.class);
        assertThat(deliver(say("three"))).isInstanceOf(Delivery.Unreachable.class);
        platform.heal(chat);
        assertThat(deliver(say("four"))).isInstanceOf(Delivery.Delivered.class);
        assertThat(platform.texts(chat)).containsExactly("one", "four");
        assertThat(platform.attempts(chat)).isEqualTo(4);
    }

    @Test
    void commands_are_sent_when_they_change_only() {
        var command = new CommandSpec("help", Map.of(), Map.of(), Optional.empty(), false);
        platform.publish(List.of(command));
        platform.publish(List.of(command));

        assertThat(platform.publications()).isEqualTo(1);
        assertThat(platform.commands()).containsExactly(command);
    }

    @Test
    void only_those_who_manage_a_shared_chat_may_change_it() {
        Address group = platform.sharedChat("group");
        assertThat(platform.mayManage(ann, chat)).isTrue();
        assertThat(platform.mayManage(ann, group)).isFalse();
        platform.letManage(ann);
        assertThat(platform.mayManage(ann, group)).isTrue();
    }

    private Delivery deliver(OutgoingMessage message) {
        return platform.deliver(new Envelope(new DeliveryId(1), chat, Optional.empty(), Optional.empty(), message));
    }

    private static OutgoingMessage say(String words) {
        return OutgoingMessage.of(
                new Audience.Everyone(), List.of(Block.Text.of(TextStyle.BODY, words)), List.of(), Optional.empty());
    }
}
