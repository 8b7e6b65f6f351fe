# The labs, their programs and their checks, for CMake and CTest. Written by `lab cut` from labs/*/lab.toml.
set(labs
  01_mailslot_receiver
  02_mailslot_sender
  03_broadcast
  04_signaled_states
  05_adder_manager
  06_mail_chat
  07_slot_heir)

set(programs_of_01_mailslot_receiver MailReceiver)
set(checks_of_01_mailslot_receiver
  MailReceiver.CreatesTheSlot
  MailReceiver.PrintsEveryMessageInOrder
  MailReceiver.PrintsALongMessageWhole
  MailReceiver.ForgetsTheMessageBefore
  MailReceiver.TakesAnEmptyMessage
  MailReceiver.AcceptsATerminatedMessage
  MailReceiver.SurvivesAnOversizedMessage
  MailReceiver.StopsOnExit
  MailReceiver.StopsOnlyOnExit
  MailReceiver.ReadsAgainAfterATimeout
  MailReceiver.ReportsATakenName
  MailReceiver.ReportsAFailedRead
  MailReceiver.ClosesItsHandles)

set(programs_of_02_mailslot_sender MailSender)
set(checks_of_02_mailslot_sender
  MailSender.OpensTheSlotForWriting
  MailSender.SendsEveryLineInOrder
  MailSender.SendsOnlyTheText
  MailSender.SendsLongLinesWhole
  MailSender.StopsOnExit
  MailSender.StopsOnlyOnExit
  MailSender.StopsAtEndOfInput
  MailSender.ReportsThatNobodyListens
  MailSender.ReportsAFailedWrite
  MailSender.TalksToYourReceiver
  MailSender.ClosesItsHandles)

set(programs_of_03_broadcast BroadcastSender BroadcastReceiver)
set(checks_of_03_broadcast
  BroadcastSender.AddressesEveryComputer
  BroadcastSender.AddressesOneComputer
  BroadcastSender.ReachesEveryReceiver
  BroadcastSender.WritesEachLineOnce
  BroadcastSender.RefusesWhatCannotTravel
  BroadcastSender.ReportsARefusedNetwork
  BroadcastSender.StopsOnExit
  BroadcastSender.StopsAtEndOfInput
  BroadcastSender.ClosesItsHandles
  BroadcastReceiver.NamesItsComputer
  BroadcastReceiver.StopsOnExit
  BroadcastReceiver.ClosesItsHandles)

set(programs_of_04_signaled_states StateWatcher FirstAndAll)
set(checks_of_04_signaled_states
  StateWatcher.SaysNonSignaledWhileItRuns
  StateWatcher.SaysSignaledOnceItEnded
  StateWatcher.StaysSignaled
  StateWatcher.ReportsATimeout
  StateWatcher.TellsTheExitCode
  StateWatcher.ReportsAStartThatFailed
  StateWatcher.ReportsAFailedWait
  StateWatcher.WaitsWithoutSpinning
  StateWatcher.ClosesItsHandles
  FirstAndAll.NamesTheFirstToEnd
  FirstAndAll.WaitsForAll
  FirstAndAll.RefusesMoreThan64
  FirstAndAll.ClosesItsHandles)

set(programs_of_05_adder_manager PartAdder AdderManager)
set(checks_of_05_adder_manager
  PartAdder.AddsItsRange
  PartAdder.RefusesWrongArguments
  PartAdder.AddsNothingForAnEmptyRange
  AdderManager.StartsBothWorkers
  AdderManager.RunsThemSideBySide
  AdderManager.WaitsForBothWorkers
  AdderManager.PrintsPartsAndTotal
  AdderManager.AddsWhatTheWorkersReturn
  AdderManager.ReportsAFailedWait
  AdderManager.BelievesAnExitCodeOf259
  AdderManager.ReportsAFailedWorker
  AdderManager.ReportsAStartThatFailed
  AdderManager.WaitsWithoutSpinning
  AdderManager.WorksWithYourPartAdder
  AdderManager.ClosesItsHandles)

set(programs_of_06_mail_chat MailChat)
set(checks_of_06_mail_chat
  MailChat.CreatesItsOwnSlot
  MailChat.SendsWhatIsTyped
  MailChat.PrintsWhatArrives
  MailChat.TakesNoTurns
  MailChat.StartsBeforeItsPeer
  MailChat.StopsOnExit
  MailChat.ClosesItsHandles)

set(programs_of_07_slot_heir SlotHeir)
set(checks_of_07_slot_heir
  SlotHeir.CreatesTheSlot
  SlotHeir.BequeathsTheSlot
  SlotHeir.ReportsAStartThatFailed
  SlotHeir.WaitsForItsHeir
  SlotHeir.LeavesTheSlotToItsHeir
  SlotHeir.TellsTheHeirItsHandle
  SlotHeir.PrintsEveryMessageInOrder
  SlotHeir.StopsOnExit
  SlotHeir.ClosesItsHandles)
