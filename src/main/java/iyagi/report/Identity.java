package iyagi.report;

import java.nio.file.Path;

/**
 * Who reports, and how.
 *
 * @param robot its id
 * @param byServer whether the library's server confirms reports; else the broker does
 * @param data folder whose disk is watched
 */
public record Identity(String robot, boolean byServer, Path data) {}
