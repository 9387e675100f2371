export const rebuildUsage = `Usage: duly rebuild [--check]

Drops the rows of the register that follow from the cases (row, timeline, tasks, links, letters of the case) and writes them again from
the histories, of Temporal or of the archive; case by case, each in one transaction, so that nobody sees a hole. Who holds a task, the
vault and the audit log stay as they are. What was other than the histories say is named. The worker does it; this command waits for it
and may be stopped and given again.

--check  compares, and changes nothing. Every night the worker does the same with REGISTER_CHECK_SAMPLE cases.

Settings: TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TASK_QUEUE.
Exit codes: 0 equal, 1 rows differed (without --check they are mended), 2 cannot tell: no answer, or cases without a history.
`;
