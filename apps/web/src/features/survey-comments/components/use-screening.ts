import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';

/** The steps of screening; after each the list is loaded anew. */
export function useScreening(roundId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const settled = {
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.surveyComments.screening.queryKey({ roundId }) }),
  };
  return {
    propose: useMutation(trpc.surveyComments.propose.mutationOptions(settled)),
    approve: useMutation(trpc.surveyComments.approve.mutationOptions(settled)),
    sendBack: useMutation(trpc.surveyComments.sendBack.mutationOptions(settled)),
    refer: useMutation(trpc.surveyComments.refer.mutationOptions(settled)),
    saveTheme: useMutation(trpc.surveyComments.saveTheme.mutationOptions(settled)),
  };
}
