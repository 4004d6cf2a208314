package io.trashpong.harness.terminal.scene;

import io.trashpong.harness.terminal.view.Line;
import java.util.List;

/**
 * What one message made of the scene.
 *
 * @param lines what the player is told
 */
public record Step(Scene scene, List<Line> lines, List<Errand> errands) {
    public Step {
        lines = List.copyOf(lines);
        errands = List.copyOf(errands);
    }

    static Step quiet(Scene scene) {
        return new Step(scene, List.of(), List.of());
    }

    static Step telling(Scene scene, Line... lines) {
        return new Step(scene, List.of(lines), List.of());
    }
}
