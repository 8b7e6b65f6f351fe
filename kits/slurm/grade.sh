#!/bin/bash
# A task of a Slurm job array: grades its share of a class into part1, part2, ... Run this in the kit's folder:
#   sbatch --array=1-4 kits/slurm/grade.sh submissions --lab 05
# A task that did not grade everything is requeued, at most five times, and continues where it stopped.
#SBATCH --requeue
#SBATCH --open-mode=append
./lab class "$@" --jobs 1 --out "part$SLURM_ARRAY_TASK_ID" --shard auto
status=$?
if [ $status != 0 ] && [ $status != 2 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 5 ]; then
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
  sleep 60  # Slurm terminates the task during this time
fi
exit $status
