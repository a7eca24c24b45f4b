package dev.limber.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.limber.core.chat.Address;
import dev.limber.discord.api.Place;
import dev.limber.discord.standin.Channel;
import dev.limber.discord.standin.DiscordApi;
import dev.limber.discord.standin.Interaction;
import dev.limber.discord.standin.Permission;
import dev.limber.discord.standin.Person;
import dev.limber.discord.standin.Posted;
import dev.limber.discord.standin.Server;
import dev.limber.testkit.Echo;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the members of a server see. */
class ServerTest {
    private final DiscordApi api = DiscordApi.start();
    private final Person ann = api.person("Ann", "en-US");
    private final Person bob = api.person("Bob", "de");
    private final Server desks = api.server("Desks", ann, bob);
    private final Channel general = desks.general();
    private final Rig rig = Rig.open(api);

    @AfterEach
    void close() {
        assertThat(api.violations()).isEmpty();
        rig.close();
    }

    @Test
    void aRoutineIsAnnouncedAndItsStepIsAnOrdinaryMessageThatCanBeRepliedTo() {
        Interaction asked = ann.slash(general, "routine", Map.of("routine", "desk"));
        assertThat(asked.awaitReply().text()).isEqualTo("Here we go.");

        Posted step = general.awaitPosted(2).getLast();
        assertThat(step.text()).isEqualTo(ann.mention() + "\nStep 1 of desk");
        assertThat(step.pinged()).isEmpty();
        assertThat(step.isInteractionResponse()).isFalse();
        ann.replies(step, "next", true);
        assertThat(Rig.words(general.awaitPosted(3).getLast())).isEqualTo("2 next");
    }

    @Test
    void aCommandThatNobodyNeedsToReplyToIsAnsweredInItsCallback() {
        assertThat(ann.slash(general, "help").awaitReply().text()).isEqualTo("/help() in en-US");
        assertThat(general.posted()).hasSize(1);
    }

    @Test
    void aReplyWithoutPingAndMereTalkAreNotHeard() {
        Posted step = stepOf(ann);
        ann.replies(step, "next", false);
        ann.writes(general, "next");
        ann.writes(general, "I should stretch");
        bob.mentions(general, "hello");

        assertThat(general.awaitLast(posted -> Rig.words(posted).endsWith("hello"))
                        .text())
                .isEqualTo("1 hello");
    }

    @Test
    void withMessageContentTooOnlyWhatIsAddressedToItIsHeard() {
        var open = DiscordApi.start();
        open.setMayHaveMessageContent(true);
        try (var all = Rig.open(open, new DiscordConfig.Shards.Auto(), true)) {
            Person cleo = all.api.person("Cleo", "en-US");
            Channel channel = all.api.server("Others", cleo).general();
            cleo.writes(channel, "I should stretch");
            cleo.writes(channel, "next");
            cleo.mentions(channel, "hello");

            assertThat(channel.awaitPosted(1)).extracting(Rig::words).containsExactly("1 hello");
        }
    }

    @Test
    void aPressChangesTheStepInItsPlaceWhileItIsTheLastMessage() {
        Posted step = stepOf(ann);
        Interaction press = ann.presses(step, "Next").awaitAcknowledged();

        step.await(() -> step.edits() == 1);
        assertThat(press.callbackType()).isEqualTo(OptionalInt.of(7));
        assertThat(Rig.words(step)).isEqualTo("2 pressed next");
    }

    @Test
    void aPressBelowWhichOthersHaveTalkedIsAnsweredByANewOrdinaryMessage() {
        Posted step = stepOf(ann);
        bob.writes(general, "what are you doing?");
        bob.mentions(general, "hello");
        general.awaitLast(posted -> Rig.words(posted).equals("1 hello"));

        Interaction press = ann.presses(step, "Next").awaitAcknowledged();
        Posted next = general.awaitLast(posted -> Rig.words(posted).equals("2 pressed next"));
        assertThat(press.callbackType()).isEqualTo(OptionalInt.of(6));
        assertThat(next.isInteractionResponse()).isFalse();
        assertThat(step.edits()).isZero();
    }

    @Test
    void somebodyElsesPressIsToldToThemAloneAndNothingElseHappens() {
        Posted step = stepOf(ann);
        Interaction foreign = bob.presses(step, "Next").awaitAcknowledged();

        assertThat(foreign.awaitReply().text()).isEqualTo(Echo.NOT_YOURS);
        assertThat(foreign.isEphemeral()).isTrue();
        assertThat(step.edits()).isZero();
        rig.restart();
        assertThat(bob.presses(step, "Next").awaitAcknowledged().awaitReply().text())
                .isEqualTo(Echo.NOT_YOURS);
    }

    @Test
    void whatIsForOnePersonIsSeenByNobodyElse() {
        Interaction asked = ann.slash(general, "mine").awaitAcknowledged();

        assertThat(asked.awaitReply().text()).isEqualTo("Your blood pressure.");
        assertThat(asked.isEphemeral()).isTrue();
        assertThat(general.seenBy(bob)).isEmpty();
    }

    @Test
    void whatIsForOnePersonAndAnswersNoInteractionIsReachedByAButton() {
        Posted step = stepOf(ann);
        ann.replies(step, "secret", true);
        Posted invitation = general.awaitLast(posted -> Rig.words(posted).equals("For you."));
        assertThat(invitation.labels()).containsExactly("Open");

        Interaction accepted = ann.presses(invitation, "Open").awaitAcknowledged();
        assertThat(accepted.awaitReply().text()).isEqualTo("Your blood pressure.");
        assertThat(accepted.isEphemeral()).isTrue();
        assertThat(bob.presses(invitation, "Open")
                        .awaitAcknowledged()
                        .awaitReply()
                        .text())
                .isEqualTo(Echo.NOT_YOURS);
    }

    @Test
    void withoutAnInvitationItComesAsADirectMessage() {
        Posted step = stepOf(ann);
        ann.replies(step, "secret-again", true);

        assertThat(ann.dm().awaitPosted(1).getFirst().text()).isEqualTo("Your blood pressure.");
        ann.closesDms();
        ann.replies(step, "secret-again", true);
        ann.replies(step, "hello", true);
        general.awaitLast(posted -> Rig.words(posted).equals("4 hello"));
        assertThat(general.posted()).noneMatch(posted -> Rig.words(posted).contains("pressure"));
    }

    @Test
    void whereTheBotMayNotPostItsAnswersComeAsAnswersOfInteractions() {
        general.forbid(Permission.SEND_MESSAGES);
        await().until(() -> !rig.bot.mayManage(Place.user(bob.id()), address(general)));
        Posted step = ann.slash(general, "routine", Map.of("routine", "desk")).awaitReply();
        assertThat(Rig.words(step)).isEqualTo("Step 1 of desk");
        assertThat(step.isInteractionResponse()).isTrue();

        ann.presses(step, "Next").awaitAcknowledged();
        step.await(() -> step.edits() == 1);
        assertThat(general.posted()).hasSize(1);
    }

    @Test
    void withoutReadMessageHistoryWordsAreAnsweredWithoutAReference() {
        Posted step = stepOf(ann);
        general.forbid(Permission.READ_MESSAGE_HISTORY);
        ann.replies(step, "hello", true);

        Posted answer = general.awaitLast(posted -> Rig.words(posted).endsWith("2 hello"));
        assertThat(answer.isReply()).isFalse();
    }

    @Test
    void withoutAttachFilesAStepComesWithoutItsPicture() {
        Posted step = stepOf(ann);
        general.forbid(Permission.ATTACH_FILES);
        ann.replies(step, "picture reach.gif", true);

        Posted answer = general.awaitLast(posted -> Rig.words(posted).endsWith("Look at reach.gif"));
        assertThat(answer.attachments()).isEmpty();
    }

    @Test
    void whereOnlyThePersonHasBroughtItAlongAllIsSaidInAnswers() {
        Channel foreign = api.foreignServer("Elsewhere", ann, bob).general();
        ann.installsApp();
        Posted step = ann.slash(foreign, "routine", Map.of("routine", "desk")).awaitReply();
        assertThat(Rig.words(step)).isEqualTo("Step 1 of desk");

        ann.presses(step, "Next").awaitAcknowledged();
        step.await(() -> Rig.words(step).equals("2 pressed next"));
        assertThat(ann.slash(foreign, "mine").awaitAcknowledged().isEphemeral()).isTrue();
    }

    @Test
    void aChatBetweenTwoPeopleIsNotTheChatWithTheBot() {
        ann.installsApp();
        Channel friends = api.friends(ann, bob);

        Interaction asked = ann.slash(friends, "mine").awaitAcknowledged();
        assertThat(asked.isEphemeral()).isTrue();
    }

    @Test
    void aThreadIsAPlaceOfItsOwn() {
        Channel thread = general.openThread("Backs");
        ann.slash(thread, "routine", Map.of("routine", "desk")).awaitReply();

        assertThat(Rig.words(thread.awaitPosted(2).getLast())).isEqualTo("Step 1 of desk");
        assertThat(general.posted()).isEmpty();
    }

    @Test
    void completionsAreProposedWhileSomebodyTypes() {
        Interaction typed = ann.types(general, "stretch", "routine", "des").awaitAcknowledged();

        assertThat(typed.choices()).isEqualTo(List.of("des…"));
    }

    @Test
    void whoManagesAServerIsAskedOfDiscord() {
        desks.makeManager(ann);
        Address address = address(general);

        await().until(() -> rig.bot.mayManage(Place.user(ann.id()), address));
        assertThat(rig.bot.mayManage(Place.user(bob.id()), address)).isFalse();
        assertThat(rig.bot.mayManage(Place.user(99), address)).isFalse();
    }

    private Address address(Channel channel) {
        return new Place(Place.Kind.SERVER, channel.id()).address(api.botId());
    }

    private Posted stepOf(Person person) {
        person.slash(general, "routine", Map.of("routine", "desk")).awaitReply();
        return general.awaitLast(posted -> Rig.words(posted).startsWith("Step 1"));
    }
}
