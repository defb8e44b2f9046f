package io.github.gradusml.report;

import java.util.List;

/**
 * A part of a report under a heading.
 *
 * @param title the heading
 * @param blocks what stands below it
 */
record Section(String title, List<Block> blocks) {}
