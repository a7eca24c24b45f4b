package dev.limber.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What to do where Limber itself is at fault: one sentence for the person. */
final class OwnFaults implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception bug, CommandLine command, ParseResult line) {
        String what = bug.toString().lines().findFirst().orElse("");
        command.getErr().println("Limber has a fault of its own: " + what);
        return ExitCode.FAULT;
    }
}
