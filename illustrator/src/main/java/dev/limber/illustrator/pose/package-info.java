/** Pose files: what authors write, read with all its faults. Start reading at {@link dev.limber.illustrator.pose.PoseReader}. */
@NullMarked
package dev.limber.illustrator.pose;

import org.jspecify.annotations.NullMarked;
