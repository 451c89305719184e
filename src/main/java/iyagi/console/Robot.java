package iyagi.console;

import iyagi.calibration.InService;
import iyagi.program.Timekeeper;
import iyagi.report.Memory;
import iyagi.report.Relay;
import iyagi.service.Desk;
import iyagi.service.Diary;
import iyagi.service.Scene;
import iyagi.service.Service;
import iyagi.settings.RobotProfile;
import iyagi.settings.RobotSettings;
import iyagi.time.Watch;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The robot as its pages see it.
 *
 * @param desk what the program works with
 * @param service takes commands
 * @param scene what is seen and heard now; never waits
 * @param memory sessions and reports
 * @param profile which robot it is
 * @param settings how it is set up
 * @param watch what time it is
 * @param diary what it has told
 * @param network how the way to the library is; empty if it reports to nobody
 * @param keeper begins what the programme has
 * @param joints measures its joints while it is in service
 */
public record Robot(
    Desk desk,
    Service service,
    Supplier<Scene> scene,
    Memory memory,
    RobotProfile profile,
    RobotSettings settings,
    Watch watch,
    Diary diary,
    Supplier<Optional<Relay.Standing>> network,
    Timekeeper keeper,
    InService joints) {}
