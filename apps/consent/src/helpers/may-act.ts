import { useServices } from '../services.tsx';

/** Whether who is here may choose, stop or send something: not who only looks along with a citizen. */
export function useMayAct(): boolean {
  return useServices().helping?.may !== 'see';
}
