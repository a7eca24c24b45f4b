package dev.limber.storage;

import dev.limber.core.chat.DeliveryId;
import dev.limber.core.chat.Platform;
import dev.limber.core.runtime.Claim;
import dev.limber.storage.WriteJob.Outcome;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Claiming scheduled messages: one statement where nothing is in the way. */
final class Claims {
    private static final String CLAIM_IN_DOUBT = """
            UPDATE outbox SET claimed_fence = ?, claimed_at = ? WHERE id = ?
            AND EXISTS (SELECT 1 FROM lease WHERE platform = ? AND holder = ? AND fence = ?)""";
    private static final String CLAIM = CLAIM_IN_DOUBT + " AND (claimed_fence IS NULL OR claimed_fence = ?)";
    private static final String GIVE_BACK =
            "UPDATE outbox SET claimed_fence = NULL, claimed_at = NULL WHERE id = ? AND claimed_fence = ?";
    private static final String TENURE = "SELECT 1 FROM lease WHERE platform = ? AND holder = ? AND fence = ?";
    private static final String CLAIMED = "SELECT claimed_at FROM outbox WHERE id = ?";

    private Claims() {}

    /**
     * @param holder under which name the tenure is had
     * @param inDoubt whether also what was claimed under an earlier tenure is claimed
     */
    static Outcome<Claim> claim(
            Session session, DeliveryId id, Platform platform, String holder, long fence, Instant at, boolean inDoubt)
            throws SQLException {
        int claimed = inDoubt
                ? session.update(CLAIM_IN_DOUBT, fence, Millis.of(at), id.value(), platform.id(), holder, fence)
                : session.update(CLAIM, fence, Millis.of(at), id.value(), platform.id(), holder, fence, fence);
        if (claimed == 1) {
            return Outcome.kept(new Claim.Granted());
        }
        return Outcome.undone(obstacle(session, id, platform, holder, fence));
    }

    /** @return whether there was something to give back */
    static Outcome<Boolean> giveBack(Session session, DeliveryId id, long fence) throws SQLException {
        return Outcome.kept(session.update(GIVE_BACK, id.value(), fence) == 1);
    }

    private static Claim obstacle(Session session, DeliveryId id, Platform platform, String holder, long fence)
            throws SQLException {
        if (session.first(TENURE, row -> true, platform.id(), holder, fence).isEmpty()) {
            return new Claim.Unseated();
        }
        Optional<Instant> claimedAt = session.first(CLAIMED, row -> row.moment("claimed_at"), id.value());
        return claimedAt.<Claim>map(Claim.Doubtful::new).orElseGet(Claim.Gone::new);
    }
}
