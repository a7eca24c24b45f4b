package dev.limber.discord.standin;

import static dev.limber.discord.standin.GatewayRig.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stand-in takes for the gateway is the gateway. */
class GatewaySpecificationTest {
    @BeforeEach
    void needs_the_description() {
        GatewaySpecification.assumeAtHand();
    }

    @Test
    void what_a_client_and_the_stand_in_say_to_each_other_is_described_so() throws Exception {
        try (GatewayRig rig = new GatewayRig();
                GatewayClient client = new GatewayClient(rig)) {
            client.jda.awaitReady();
            rig.say(GatewayRig.EVEN, "hello");
            rig.whisper("hello");
            rig.gateway.requestReconnect();
            soon().until(() -> client.heard(SessionResumeEvent.class).size() == 1);
            rig.gateway.demandHeartbeats();
            soon().until(() -> rig.gateway.heartbeats() >= 3);
            assertThat(GatewaySpecification.check(rig.gateway.traffic())).isEmpty();
        }
    }

    @Test
    void faults_are_found() {
        assertThat(GatewaySpecification.check(List.of(
                        gateway("{'op':10,'d':{}}"),
                        gateway("{'op':0,'s':1,'t':'MESSAGE_DELETE','d':{'id':'1','channel_id':2}}"),
                        gateway("{'op':0,'t':'MESSAGE_DELETE','d':{}}"),
                        gateway("{'op':11,'d':null}"),
                        new GatewayFrame(true, "{\"op\":1,\"d\":null}"),
                        new GatewayFrame(true, "{\"op\":6,\"d\":{\"token\":\"x\",\"seq\":1}}"))))
                .hasSize(4);
    }

    private static GatewayFrame gateway(String text) {
        return new GatewayFrame(false, text.replace('\'', '"'));
    }
}
