package com.klinity.platform.jobs;

import com.klinity.platform.database.JobLine;
import com.klinity.platform.database.JobStore;

/**
 * Where work waits, and how it is taken from there.
 *
 * @param store the jobs themselves
 * @param line  the order in which they come
 * @param bell  wakes this server when it left one
 * @param times how long things may take
 */
public record Queue(JobStore store, JobLine line, Bell bell, JobTimes times) {}
