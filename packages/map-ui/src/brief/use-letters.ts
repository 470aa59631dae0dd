import { useEffect, useState } from 'react';

/** Whether the page's own letters have come: what is measured before has other widths. True too where they never come. */
export const useLetters = (): boolean => {
  const [here, setHere] = useState(false);
  useEffect(() => {
    let gone = false;
    const ready = () => {
      if (!gone) setHere(true);
    };
    document.fonts.load("16px 'Marsad Arabic'", 'مرصد').then(ready, ready);
    return () => {
      gone = true;
    };
  }, []);
  return here;
};
