package dev.limber.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Platform;
import dev.limber.core.chat.UserId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AttendanceTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);
    private static final UserId ANN = new UserId(new Platform("test"), "ann");
    private static final UserId BOB = new UserId(new Platform("test"), "bob");

    @Test
    void everybodyIsCountedOnceADay() {
        Attendance attendance = Attendance.none()
                .with(ANN, WEDNESDAY)
                .with(ANN, WEDNESDAY)
                .with(BOB, WEDNESDAY)
                .with(ANN, WEDNESDAY.plusDays(1));

        assertThat(attendance.count(WEDNESDAY)).isEqualTo(2);
        assertThat(attendance.count(WEDNESDAY.plusDays(1))).isEqualTo(1);
        assertThat(attendance.count(WEDNESDAY.minusDays(1))).isZero();
    }

    @Test
    void whoItWasIsForgottenWithTheDayAndHowManyIsNot() {
        Attendance attendance = Attendance.none().with(ANN, WEDNESDAY).with(BOB, WEDNESDAY);

        assertThat(attendance.on(WEDNESDAY).who()).containsExactlyInAnyOrder(ANN, BOB);
        assertThat(attendance.on(WEDNESDAY.plusDays(1)).who()).isEmpty();
        assertThat(attendance.on(WEDNESDAY.plusDays(1)).count(WEDNESDAY)).isEqualTo(2);
        assertThat(attendance.with(BOB, WEDNESDAY.plusDays(1)).who()).containsExactly(BOB);
    }

    @Test
    void aWeekBeginsOnMonday() {
        Attendance attendance = Attendance.none()
                .with(ANN, WEDNESDAY.minusDays(3))
                .with(ANN, WEDNESDAY.minusDays(2))
                .with(ANN, WEDNESDAY)
                .with(BOB, WEDNESDAY);

        assertThat(attendance.week(WEDNESDAY)).isEqualTo(3);
        assertThat(attendance.week(WEDNESDAY.minusDays(1))).isEqualTo(1);
    }

    @Test
    void onlyTheLastDaysAreKept() {
        Attendance attendance = Attendance.none();
        for (int day = 0; day < 40; day++) {
            attendance = attendance.with(ANN, WEDNESDAY.plusDays(day));
        }

        assertThat(attendance.counts()).hasSize(Attendance.DAYS_KEPT);
        assertThat(attendance.count(WEDNESDAY.plusDays(39))).isEqualTo(1);
    }
}
