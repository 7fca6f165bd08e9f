package dev.defendersdk.indicators.sync;

import dev.defendersdk.indicators.NewIndicator;
import java.util.List;

/**
 * One wish: an indicator, or a file by its hashes.
 *
 * @param index its place in the list, from 0
 * @param sent what is sent of it, with its mark: of a file the longest hash
 * @param others the file's other hashes, which are not sent
 */
record Unit(int index, NewIndicator sent, List<NewIndicator> others) {}
