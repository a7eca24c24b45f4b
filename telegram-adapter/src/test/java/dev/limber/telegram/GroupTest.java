package dev.limber.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.UserId;
import dev.limber.telegram.api.Chats;
import dev.limber.telegram.standin.Fault;
import dev.limber.telegram.standin.Person;
import dev.limber.telegram.standin.Posted;
import dev.limber.telegram.standin.Press;
import dev.limber.telegram.standin.Room;
import dev.limber.testkit.Echo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the members of a group see. */
class GroupTest {
    private final Rig rig = Rig.open();
    private final Person ann = rig.ann();
    private final Person bob = rig.api.person("Bob", "de");
    private final Room group = rig.api.supergroup("Desks", ann, bob);

    @AfterEach
    void close() {
        assertThat(rig.api.violations()).isEmpty();
        rig.close();
    }

    @Test
    void aCommandForThisBotIsAnsweredByAReply() {
        Posted command = ann.says(group, "/stretch@Limber_Bot desk");

        Posted answer = group.awaitPosted(1).getFirst();
        assertThat(answer.text()).isEqualTo("/stretch(desk) in en");
        assertThat(answer.repliesTo()).contains(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stretch@AnotherBot",
                "next",
                "I should stretch",
                "/weather",
                "@another_bot next",
                "/",
                "limber_bot"
            })
    void whatIsNotForThisBotIsNotAnsweredEvenIfItIsToldOfEverything(String words) {
        rig.api.setPrivacyMode(false);
        ann.says(group, words);
        ann.says(group, "/help@limber_bot");

        assertThat(group.awaitPosted(1)).extracting(Posted::text).containsExactly("/help() in en");
        assertThat(group.posted()).hasSize(1);
    }

    @Test
    void aKnownCommandWithoutANameIsAnsweredInAnyLanguage() {
        rig.api.setPrivacyMode(false);
        rig.bot.publish(CommandMenuTest.commands());
        ann.says(group, "/stretch");
        bob.says(group, "/dehnen");

        group.awaitPosted(2);
        assertThat(group.posted())
                .extracting(Posted::text)
                .containsExactlyInAnyOrder("/stretch() in en", "/dehnen() in de");
    }

    @Test
    void whoManagesAGroupMayCallCommandsInItsNameAndIsTheGroupThen() {
        rig.api.enqueueRaw("""
                {"message": {"message_id": 7001, "date": 1, "text": "/stretch@limber_bot",
                    "from": {"id": 1087968824, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot"},
                    "sender_chat": {"id": %d, "type": "supergroup", "title": "Desks"},
                    "chat": {"id": %d, "type": "supergroup", "title": "Desks"}}}""".formatted(group.id(), group.id()));

        assertThat(group.awaitPosted(1).getFirst().text()).startsWith("/stretch()");
        Address address = Chats.address(rig.api.botId(), group.id(), Optional.empty());
        assertThat(rig.bot.mayManage(Chats.user(group.id()), address)).isTrue();
    }

    @Test
    void aReplyToThisBotIsHeard() {
        ann.says(group, "/stretch@limber_bot");
        Posted prompt = group.awaitPosted(1).getFirst();
        ann.replies(prompt, "next");

        assertThat(group.awaitPosted(2).getLast().text()).isEqualTo("2 next");
    }

    @Test
    void whatFollowsTheNameOfTheBotIsHeardWhereItIsTold() {
        rig.api.setPrivacyMode(false);
        ann.says(group, "@limber_bot next");

        assertThat(group.awaitPosted(1).getFirst().text()).isEqualTo("1 next");
    }

    @Test
    void somebodyElsesPressGetsAToastAndNothingElseHappens() {
        Posted prompt = promptOf(ann);
        Press foreign = bob.presses(prompt, "Next").awaitAnswered();

        assertThat(foreign.toast()).contains(Echo.NOT_YOURS);
        ann.presses(prompt, "Next").awaitAnswered();
        prompt.await(() -> prompt.edits() == 1);
        assertThat(prompt.text()).isEqualTo("2 pressed next");
        assertThat(group.posted()).hasSize(1);
    }

    @Test
    void somebodyElsesPressIsToldAtOnceHoweverMuchIsToBeSaidInTheGroup() {
        Posted prompt = promptOf(ann);
        rig.api.failFor(group, new Fault.TooManyRequests(3));
        ann.replies(prompt, "one");
        await().until(() -> rig.api.calls("sendMessage").stream().anyMatch(call -> call.status() == 429));
        long begun = System.nanoTime();

        assertThat(bob.presses(prompt, "Next").awaitAnswered().toast()).contains(Echo.NOT_YOURS);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whatTheGroupItselfSaysIsNotTakenForAPerson() {
        rig.api.enqueueRaw("""
                {"message": {"message_id": 5, "date": 1, "text": "/help@limber_bot", "is_automatic_forward": true,
                    "from": {"id": 777000, "is_bot": false, "first_name": "Telegram"},
                    "chat": {"id": %d, "type": "supergroup", "title": "Desks"}}}""".formatted(group.id()));
        ann.says(group, "/stretch@limber_bot");

        assertThat(group.awaitPosted(1)).extracting(Posted::text).containsExactly("/stretch() in en");
        assertThat(group.posted()).hasSize(1);
    }

    @Test
    void aButtonBelongsToItsOwnerAfterARestartAndAfterEveryEdit() {
        Posted prompt = promptOf(ann);
        ann.presses(prompt, "Next");
        prompt.await(() -> prompt.edits() == 1);
        rig.restart();

        assertThat(bob.presses(prompt, "Next").awaitAnswered().toast()).contains(Echo.NOT_YOURS);
    }

    @Test
    void whatIsForOnePersonIsNotShownButAButtonLeadsToThePrivateChat() {
        ann.says(group, "/help@limber_bot");
        Posted first = group.awaitPosted(1).getFirst();
        ann.replies(first, "secret");

        Posted invitation = group.awaitPosted(2).getLast();
        assertThat(invitation.text()).isEqualTo("For you.");
        assertThat(invitation.labels()).containsExactly("Open");
        assertThat(invitation.html() + invitation.markup()).contains("https://t.me/limber_bot?start=here");
        assertThat(group.everything())
                .noneSatisfy(posted -> assertThat(posted.text()).contains("blood pressure"));
    }

    @Test
    void whatHasNoInvitationIsWithheldAndWhatFollowsStillComes() {
        ann.says(group, "/help@limber_bot");
        Posted first = group.awaitPosted(1).getFirst();
        ann.replies(first, "secret-again");
        ann.replies(first, "hello");

        assertThat(group.awaitPosted(2)).extracting(Posted::text).containsExactly("/help() in en", "3 hello");
    }

    @Test
    void theAnswerComesInTheSameTopicAndWithoutItWhereItIsGone() {
        Room forum = rig.api.forum("House", List.of("Back", "Neck"), ann);
        int neck = forum.topic("Neck");
        ann.says(forum, neck, "/stretch@limber_bot");
        Posted prompt = forum.awaitPosted(1).getFirst();
        assertThat(prompt.topic()).isEqualTo(OptionalInt.of(neck));

        ann.replies(prompt, "one");
        assertThat(forum.awaitPosted(2).getLast().topic()).isEqualTo(OptionalInt.of(neck));
        rig.api.setAnswerDelay(Duration.ofMillis(300));
        ann.replies(prompt, "two");
        forum.deleteTopic(neck);

        Posted last = forum.awaitLast(posted -> posted.text().equals("3 two"));
        assertThat(last.topic()).isEmpty();
    }

    @Test
    void anAnswerFollowsAGroupThatHasGrown() {
        Room small = rig.api.group("Few", ann);
        ann.says(small, "/help@limber_bot");
        Posted first = small.awaitPosted(1).getFirst();
        Room grown = small.migrate();
        ann.says(grown, "/stretch@limber_bot");

        assertThat(grown.awaitPosted(1).getFirst().text()).isEqualTo("/stretch() in en");
        assertThat(first.text()).isEqualTo("/help() in en");
    }

    @Test
    void whoManagesAGroupIsAskedOfTelegram() {
        group.makeAdmin(ann);
        Address address = Chats.address(rig.api.botId(), group.id(), Optional.empty());
        UserId annId = Chats.user(ann.id());

        assertThat(rig.bot.mayManage(annId, address)).isTrue();
        assertThat(rig.bot.mayManage(Chats.user(bob.id()), address)).isFalse();
        assertThat(rig.bot.mayManage(Chats.user(99), address)).isFalse();
        assertThat(rig.bot.mayManage(annId, Chats.address(rig.api.botId(), ann.id(), Optional.empty())))
                .isTrue();
    }

    private Posted promptOf(Person person) {
        rig.api.setPrivacyMode(false);
        person.says(group, "@limber_bot buttons");
        return group.awaitLast(posted -> posted.text().equals("Choose."));
    }
}
