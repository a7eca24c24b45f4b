package dev.limber.illustrator;

import dev.limber.illustrator.pose.Fault;
import dev.limber.illustrator.pose.PoseFile;
import dev.limber.illustrator.pose.PoseReader;
import java.util.ArrayList;
import java.util.List;

/** Pose files that tests write. */
final class TestPoses {
    /** A whole one, to be spoilt line by line. */
    static final String NOD = """
            id: nod
            view: {from: left, orbit: 10, lift: 8}
            things:
              - {type: chair, height: 45}
            stretch: [neck]
            arrows:
              - {follow: head, right: -40}
            poses:
              start:
                pelvis: {up: 54, ahead: 4}
                arms: {both: {raise: 10, elbow: 20}}
                legs: {both: {foot: {ahead: 46, left: 10, up: 6.5}, knee-to: {ahead: 1, up: 1}, rest: floor}}
              end:
                spine: {bend: 30}
                head: {nod: 30}
            """;

    private TestPoses() {}

    static PoseFile read(String id, String text) {
        List<Fault> faults = new ArrayList<>();
        return PoseReader.read("poses/" + id + ".yaml", text, faults).orElseThrow(() -> new AssertionError(faults));
    }

    /** All that is wrong with a file, as an author reads it. */
    static List<String> faults(String text) {
        List<Fault> faults = new ArrayList<>();
        PoseReader.read("poses/nod.yaml", text, faults).ifPresent(file -> faults.addAll(Checks.check(file)));
        return faults.stream().map(Fault::toString).toList();
    }
}
