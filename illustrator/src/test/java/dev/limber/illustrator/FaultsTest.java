package dev.limber.illustrator;

import static dev.limber.illustrator.TestPoses.NOD;
import static dev.limber.illustrator.TestPoses.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    @Test
    void a_whole_file_has_none() {
        assertThat(faults(NOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nod: 30            | nodd: 30               | poses/nod.yaml:15: poses.end.head.nodd: unknown key 'nodd' (known: nod, tilt, turn)
            nod: 30            | nod: 130               | poses/nod.yaml:15: poses.end.head.nod: 130 is out of bounds (from -60 to 60)
            nod: 30            | nod: deep              | poses/nod.yaml:15: poses.end.head.nod: 'deep' is not a number (from -60 to 60)
            stretch: [neck]    | stretch: [nek]         | poses/nod.yaml:5: stretch: unknown value 'nek'
            id: nod            | id: not                | poses/nod.yaml:1: id: the id 'not' differs from the file's name (write 'id: nod')
            lift: 8            | lift: 98               | poses/nod.yaml:2: view.lift: 98 is out of bounds (from 0 to 90)
            follow: head       | follow: nose           | poses/nod.yaml:7: arrows[0].follow: unknown value 'nose'
            type: chair        | type: sofa             | poses/nod.yaml:4: things[0].type: unknown value 'sofa'
            raise: 10          | raise: 10, hand: {}    | poses/nod.yaml:11: poses.start.arms.both.hand: given by angles and by a place
            follow: head       | follow: head, around: head | poses/nod.yaml:7: arrows[0].follow: an arrow has one way
            """)
    void each_slip_is_named_with_its_place(String right, String wrong, String told) {
        assertThat(faults(NOD.replace(right, wrong)))
                .anySatisfy(fault -> assertThat(fault).startsWith(told));
    }

    @Test
    void all_slips_are_told_at_once() {
        String text =
                NOD.replace("nod: 30", "nodd: 30").replace("[neck]", "[nek]").replace("lift: 8", "lift: 98");
        assertThat(faults(text)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            foot: {ahead: 46   | foot: {ahead: 146      | ankle.left misses its place by
            foot: {ahead: 46   | foot: {ahead: 146      | ankle.right misses its place by
            pelvis: {up: 54    | pelvis: {up: 4         | trunk of kim is
            spine: {bend: 30}  | spine: {bend: 0}       | nothing moves
            """)
    void what_no_body_can_do_is_told_with_what_to_do_instead(String right, String wrong, String told) {
        String text = NOD.replace(right, wrong);
        // Where the back stays upright, the head must too before anybody says that nothing moves.
        String still = told.equals("nothing moves") ? text.replace("nod: 30", "nod: 0") : text;

        assertThat(faults(still))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("poses/nod.yaml:8: poses: ")
                        .contains(told));
    }

    @Test
    void what_is_no_yaml_is_told_with_its_line() {
        assertThat(faults("id: nod\nview: {from: left\n"))
                .singleElement()
                .asString()
                .contains("poses/nod.yaml:", "not YAML");
        assertThat(faults("")).singleElement().asString().contains("the file is empty");
        assertThat(faults("a: &x {b: 1}\nc: [*x, *x]\n")).isNotEmpty();
    }

    @Test
    void a_movement_needs_two_poses() {
        assertThat(faults(NOD.substring(0, NOD.indexOf("  end:"))))
                .singleElement()
                .asString()
                .contains("two poses at least");
    }
}
